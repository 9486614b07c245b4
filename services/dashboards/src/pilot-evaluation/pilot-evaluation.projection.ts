import {
  attendanceRecorded,
  type EventDefinition,
  gatheringEvaluated,
  gatheringScheduled,
  invitationSent,
  sessionAttendanceRecorded,
  sessionHeld,
  surveyAnswered,
} from '@riggen/contracts';
import { type Projection, type PublishedEvent, upsert } from '@riggen/projections';
import type { DataOf } from '@riggen/service';
import type { EntityManager } from 'typeorm';
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

/** The rows that the pilot's evaluation is counted from. */
export const pilotEvaluation: Projection = {
  name: 'pilot-evaluation',
  version: 1,
  entities: [
    InvitationRow,
    ResponseRow,
    GatheringRow,
    AttendanceRow,
    GatheringEvaluationRow,
    SessionRow,
    SessionAttendanceRow,
    MarkingRow,
  ],
  apply: async (events, rows) => {
    await upsertInvitations(events, rows);
    await upsertGatherings(events, rows);
    await upsertSessions(events, rows);
    const markings = events.flatMap(({ marking }) => (marking ? [{ marking }] : []));
    await upsert(rows, MarkingRow, ['marking'], markings);
  },
};

async function upsertInvitations(events: PublishedEvent[], rows: EntityManager): Promise<void> {
  const invitations = dataOf(events, invitationSent).map(({ invitationId, surveyId, personId, phase }) => ({
    ...{ invitationId, personId, phase },
    survey: surveyId,
  }));
  await upsert(rows, InvitationRow, ['invitationId'], invitations);
  const responses = dataOf(events, surveyAnswered).map(({ invitationId, responseId, answers }) => ({
    ...{ invitationId, responseId, answers },
    hadContact: answers['had_contact'] === true,
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
  const sessions = dataOf(events, sessionHeld).map(({ sessionId, groupId, targetGroup, phase, minutes, skillsPractised }) => ({
    ...{ sessionId, groupId, targetGroup, phase, minutes, skillsPractised },
  }));
  await upsert(rows, SessionRow, ['sessionId'], sessions);
  await upsert(rows, SessionAttendanceRow, ['sessionId', 'personId'], dataOf(events, sessionAttendanceRecorded));
}

function dataOf<Definition extends EventDefinition>(events: PublishedEvent[], definition: Definition): DataOf<Definition>[] {
  return events.filter(({ type }) => type === definition.type).map(({ data }) => data as DataOf<Definition>);
}
