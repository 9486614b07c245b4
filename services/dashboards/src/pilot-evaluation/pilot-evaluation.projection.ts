import {
  answersPublished,
  attendanceRecorded,
  type EventDefinition,
  gatheringEvaluated,
  gatheringEvaluationClosed,
  gatheringScheduled,
  invitationSent,
  sessionAttendanceCorrected,
  sessionAttendanceRecorded,
  sessionHeld,
  surveyAnswered,
} from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { type Projection, type PublishedEvent, upsert } from '@riggen/projections';
import type { DataOf } from '@riggen/service';
import { type EntityManager, IsNull, LessThanOrEqual } from 'typeorm';
import {
  AttendanceRow,
  GatheringEvaluationRow,
  GatheringRow,
  InvitationRow,
  MarkingRow,
  ResponseRow,
  SessionAttendanceRow,
  SessionRow,
} from './pilot-evaluation.tables.js';
import { publishEvaluations } from './publication/evaluations.projection.js';
import { publishMonthlyFigures } from './publication/monthly-figures.projection.js';
import { publishNationalFigures } from './publication/national-figures.projection.js';
import { PublishedEvaluationRow, PublishedFigureRow } from './publication/published-figures.tables.js';

/**
 * The rows that the study's report is counted from, and the tables of what is published of them. Publications are events: a
 * rebuild publishes at the same places in the order of events, and gives the same cells.
 */
export const pilotEvaluation: Projection = {
  name: 'pilot-evaluation',
  version: 4,
  entities: [
    InvitationRow,
    ResponseRow,
    GatheringRow,
    AttendanceRow,
    GatheringEvaluationRow,
    SessionRow,
    SessionAttendanceRow,
    MarkingRow,
    PublishedFigureRow,
    PublishedEvaluationRow,
  ],
  events: [
    ...[invitationSent, surveyAnswered, gatheringScheduled, attendanceRecorded, gatheringEvaluated, sessionHeld, sessionAttendanceRecorded],
    ...[sessionAttendanceCorrected, answersPublished, gatheringEvaluationClosed],
  ].map(({ type }) => type),
  apply: async (events, rows) => {
    for (const { before, publication } of upToPublications(events)) {
      await upsertRows(before, rows);
      if (publication) await publish(publication, rows);
    }
  },
};

const publications: string[] = [answersPublished.type, gatheringEvaluationClosed.type];

/** Events in order, each publication after those that came before it. */
function upToPublications(events: PublishedEvent[]): { before: PublishedEvent[]; publication?: PublishedEvent }[] {
  const parts: { before: PublishedEvent[]; publication?: PublishedEvent }[] = [{ before: [] }];
  for (const event of events) {
    parts.at(-1)!.before.push(event);
    if (!publications.includes(event.type)) continue;
    parts.at(-1)!.publication = event;
    parts.push({ before: [] });
  }
  return parts;
}

async function upsertRows(events: PublishedEvent[], rows: EntityManager): Promise<void> {
  await upsertInvitations(events, rows);
  await upsertGatherings(events, rows);
  await upsertSessions(events, rows);
  const markings = events.flatMap(({ marking }) => (marking ? [{ marking }] : []));
  await upsert(rows, MarkingRow, ['marking'], markings);
}

async function publish({ type, data }: PublishedEvent, rows: EntityManager): Promise<void> {
  if (type === gatheringEvaluationClosed.type) {
    const { gatheringId } = data as DataOf<typeof gatheringEvaluationClosed>;
    return publishEvaluations(rows, (id) => id === gatheringId);
  }
  const publication = data as DataOf<typeof answersPublished>;
  const { number, through } = publication;
  for (const entity of [InvitationRow, ResponseRow]) {
    await rows.update(entity, { publication: IsNull(), month: LessThanOrEqual(through) }, { publication: number });
  }
  await publishNationalFigures(rows, publication);
  await publishMonthlyFigures(rows, publication);
  await publishEvaluations(rows, () => true);
}

async function upsertInvitations(events: PublishedEvent[], rows: EntityManager): Promise<void> {
  const invitations = events
    .filter(({ type }) => type === invitationSent.type)
    .map(({ data, organisation: { service = null, region = null } }) => {
      const { invitationId, surveyId, personId, phase, sentOn } = data as DataOf<typeof invitationSent>;
      return { invitationId, personId, phase, service, region, survey: surveyId, month: sentOn.slice(0, 7) };
    });
  await upsert(rows, InvitationRow, ['invitationId'], invitations);
  const responses = dataOf(events, surveyAnswered).map(({ invitationId, responseId, answers, submittedAt }) => ({
    ...{ invitationId, responseId, answers },
    hadContact: answers['had_contact'] === true,
    month: calendarDateOf(submittedAt).slice(0, 7),
  }));
  await upsert(rows, ResponseRow, ['invitationId', 'responseId'], responses);
}

async function upsertGatherings(events: PublishedEvent[], rows: EntityManager): Promise<void> {
  const gatherings = events
    .filter(({ type }) => type === gatheringScheduled.type)
    .map(({ data, position, source }) => {
      const { days: _days, ...gathering } = data as DataOf<typeof gatheringScheduled>;
      return { ...gathering, madeKnownAt: position, list: source?.list ?? null, line: source?.line ?? null };
    });
  await upsert(rows, GatheringRow, ['gatheringId'], gatherings);
  await upsert(rows, AttendanceRow, ['gatheringId', 'personId'], dataOf(events, attendanceRecorded));
  const evaluations = dataOf(events, gatheringEvaluated).map(({ evaluationId, gatheringId, scores }) => ({
    ...{ evaluationId, gatheringId, scores },
  }));
  await upsert(rows, GatheringEvaluationRow, ['evaluationId'], evaluations);
}

async function upsertSessions(events: PublishedEvent[], rows: EntityManager): Promise<void> {
  // A session without a phase is not of the study.
  const sessions = dataOf(events, sessionHeld).flatMap(({ sessionId, groupId, targetGroup, phase, minutes, skillsPractised }) =>
    phase === undefined ? [] : [{ sessionId, groupId, targetGroup, phase, minutes, skillsPractised }],
  );
  await upsert(rows, SessionRow, ['sessionId'], sessions);
  const attendance = events.flatMap(({ type, data }) => (attendanceEvents.includes(type) ? [data as DataOf<typeof sessionAttendanceRecorded>] : []));
  await upsert(rows, SessionAttendanceRow, ['sessionId', 'personId'], attendance);
}

const attendanceEvents: string[] = [sessionAttendanceRecorded.type, sessionAttendanceCorrected.type];

function dataOf<Definition extends EventDefinition>(events: PublishedEvent[], definition: Definition): DataOf<Definition>[] {
  return events.filter(({ type }) => type === definition.type).map(({ data }) => data as DataOf<Definition>);
}
