import {
  answerSurvey,
  attendanceStatus,
  type CommandDefinition,
  enrolParticipants,
  evaluateGathering,
  logSession,
  makePersonKnown,
  meetingFormat,
  openCase,
  openPosition,
  recordAttendance,
  recordSessionAttendance,
  regionId,
  registerCaseworker,
  registerRespondent,
  registerServiceUnit,
  scheduleGathering,
  sendInvitation,
  serviceKind,
  statements,
  evaluationScales,
  studyPhase,
  targetGroup,
} from '@riggen/contracts';
import type { Cells } from './cells.js';
import { type LayoutFile, row } from './layout-file.js';
import { organisationFiles } from './organisation-layout.js';
import { staff } from './staff-layout.js';
import { trainingFiles } from './training-layout.js';
import { CellRefused } from './row-refusal.js';

/** The phase of the pilot that a person belongs to: response rates are given for these two. */
function personPhase(cells: Cells): number {
  return Number(cells.oneOf('phase', ['1', '2']));
}

function phase(cells: Cells): number {
  const given = cells.integer('phase');
  if (!studyPhase.safeParse(given).success) throw new CellRefused('phase', 'not-one-of', { given, options: '1–9' });
  return given;
}

const services: LayoutFile = {
  name: 'services.csv',
  columns: ['service_id', 'name', 'kind', 'municipality_numbers', 'region'],
  read: (cells) => {
    const serviceId = cells.text('service_id');
    const municipalityNumbers = cells.list('municipality_numbers');
    if (!municipalityNumbers.length) throw new CellRefused('municipality_numbers', 'missing-value');
    return row(registerServiceUnit, { id: serviceId, order: serviceId }, {
      ...{ serviceId, municipalityNumbers },
      name: cells.text('name'),
      kind: cells.oneOf('kind', serviceKind.options),
      region: cells.oneOf('region', regionId.options),
    });
  },
};

const people: LayoutFile = {
  name: 'people.csv',
  columns: ['person_id', 'role', 'service_id', 'target_group', 'phase', 'case_id'],
  read: (cells) => {
    const personId = cells.text('person_id');
    const role = cells.oneOf('role', ['contact_person', 'parent', 'youth']);
    const rest = {
      serviceId: cells.text('service_id'),
      targetGroup: cells.oneOf('target_group', targetGroup.options),
      phase: personPhase(cells),
    };
    const about = { id: personId, order: personId };
    if (role !== 'contact_person') {
      return row(registerRespondent, about, { respondentId: personId, role, caseId: cells.text('case_id'), ...rest });
    }
    cells.empty('case_id', 'role = contact_person');
    return row(registerCaseworker, about, { personId, ...rest });
  },
};

const cases: LayoutFile = {
  name: 'cases.csv',
  columns: ['case_id', 'service_id', 'contact_person_id', 'target_group', 'opened_on'],
  read: (cells) => {
    const caseId = cells.text('case_id');
    return row(openCase, { id: caseId, order: caseId }, {
      caseId,
      serviceId: cells.text('service_id'),
      contactPersonId: cells.text('contact_person_id'),
      targetGroup: cells.oneOf('target_group', targetGroup.options),
      openedOn: cells.date('opened_on'),
    });
  },
};

const gatherings: LayoutFile = {
  name: 'gatherings.csv',
  columns: ['gathering_id', 'phase', 'target_group', 'number', 'starts_on', 'ends_on', 'days', 'format'],
  read: (cells) => {
    const gatheringId = cells.text('gathering_id');
    // All in one order: reports list gatherings as the file does.
    return row(scheduleGathering, { id: gatheringId, order: 'gatherings' }, {
      gatheringId,
      phase: phase(cells),
      targetGroup: cells.oneOf('target_group', targetGroup.options),
      number: cells.integer('number'),
      startsOn: cells.date('starts_on'),
      endsOn: cells.date('ends_on'),
      days: cells.integer('days'),
      format: cells.oneOf('format', meetingFormat.options),
    });
  },
};

const attendance: LayoutFile = {
  name: 'attendance.csv',
  columns: ['gathering_id', 'person_id', 'status'],
  read: (cells) => {
    const gatheringId = cells.text('gathering_id');
    const personId = cells.text('person_id');
    const status = cells.oneOf('status', attendanceStatus.options);
    return row(recordAttendance, { id: `${gatheringId} ${personId}`, order: gatheringId }, { gatheringId, personId, status });
  },
};

const gatheringEvaluations: LayoutFile = {
  name: 'gathering_evaluations.csv',
  columns: ['evaluation_id', 'gathering_id', 'submitted_on', ...evaluationScales],
  read: (cells) => {
    const evaluationId = cells.text('evaluation_id');
    const scores = Object.fromEntries(
      evaluationScales.filter((scale) => cells.optional(scale) !== undefined).map((scale) => [scale, cells.integer(scale)]),
    );
    return row(evaluateGathering, { id: evaluationId, order: evaluationId }, {
      ...{ evaluationId, scores },
      gatheringId: cells.text('gathering_id'),
      submittedOn: cells.date('submitted_on'),
    });
  },
};

const supervisionSessions: LayoutFile = {
  name: 'supervision_sessions.csv',
  columns: [
    ...['session_id', 'group_id', 'target_group', 'phase', 'number'],
    ...['held_on', 'minutes', 'format', 'skills_practised', 'case_discussed'],
  ],
  read: (cells) => {
    const sessionId = cells.text('session_id');
    return row(logSession, { id: sessionId, order: sessionId }, {
      sessionId,
      groupId: cells.text('group_id'),
      targetGroup: cells.oneOf('target_group', targetGroup.options),
      phase: phase(cells),
      number: cells.integer('number'),
      heldOn: cells.date('held_on'),
      minutes: cells.integer('minutes'),
      format: cells.oneOf('format', meetingFormat.options),
      skillsPractised: cells.yesNo('skills_practised'),
      caseDiscussed: cells.yesNo('case_discussed'),
    });
  },
};

const supervisionAttendance: LayoutFile = {
  name: 'supervision_attendance.csv',
  columns: ['session_id', 'person_id', 'status'],
  read: (cells) => {
    const sessionId = cells.text('session_id');
    const personId = cells.text('person_id');
    const status = cells.oneOf('status', attendanceStatus.options);
    return row(recordSessionAttendance, { id: `${sessionId} ${personId}`, order: sessionId }, { sessionId, personId, status });
  },
};

const surveyInvitations: LayoutFile = {
  name: 'survey_invitations.csv',
  columns: ['invitation_id', 'survey', 'person_id', 'sent_on', 'channel', 'language'],
  read: (cells) => {
    const invitationId = cells.text('invitation_id');
    return row(sendInvitation, { id: invitationId, order: invitationId }, {
      invitationId,
      surveyId: cells.text('survey'),
      personId: cells.text('person_id'),
      sentOn: cells.date('sent_on'),
      channel: cells.oneOf('channel', ['sms', 'email', 'phone', 'paper', 'visit']),
      language: cells.text('language'),
    });
  },
};

const yesNoAnswers = ['child_contact', 'child_could_influence', 'family_guidance_used'];
const listAnswers = ['themes', 'tools_used', 'tools_useful', 'handbook_useful'];

const surveyResponses: LayoutFile = {
  name: 'survey_responses.csv',
  columns: ['response_id', 'invitation_id', 'submitted_at', 'had_contact', 'contact_form', 'themes', ...yesNoAnswers]
    .concat(['tools_used', 'tools_useful', 'handbook_useful'], statements),
  read: (cells) => {
    const responseId = cells.text('response_id');
    const invitationId = cells.text('invitation_id');
    const given = (field: string) => cells.optional(field) !== undefined;
    const contactForm = cells.optional('contact_form');
    const answers = {
      had_contact: cells.yesNo('had_contact'),
      ...(contactForm && { contact_form: contactForm }),
      ...Object.fromEntries(yesNoAnswers.filter(given).map((field) => [field, cells.yesNo(field)])),
      ...Object.fromEntries(listAnswers.filter(given).map((field) => [field, cells.list(field)])),
      ...Object.fromEntries(statements.filter(given).map((field) => [field, cells.integer(field)])),
    };
    return row(answerSurvey, { id: responseId, order: invitationId }, {
      ...{ responseId, invitationId, answers },
      submittedAt: cells.time('submitted_at'),
    });
  },
};

/** The files of the pilot micro-data, whose rows are reconstructed unless something else is said. */
const pilotFiles: readonly LayoutFile[] = [
  services,
  people,
  cases,
  gatherings,
  attendance,
  gatheringEvaluations,
  supervisionSessions,
  supervisionAttendance,
  surveyInvitations,
  surveyResponses,
].map((file) => ({ ...file, usualMarking: 'reconstructed' as const }));

/** Every file of every layout. */
export const layout: readonly LayoutFile[] = [...pilotFiles, ...organisationFiles, staff, ...trainingFiles];

/** The files that belong together: where one of them is, the others are missed. */
export const missed = (present: readonly string[]): string[] =>
  pilotFiles.some(({ name }) => present.includes(name)) ? pilotFiles.map(({ name }) => name).filter((name) => !present.includes(name)) : [];

/** The commands in the order in which they build on each other: what stands together can go at the same time. */
export const stages: readonly (readonly CommandDefinition[])[] = [
  [registerServiceUnit],
  [registerCaseworker, scheduleGathering, makePersonKnown],
  [openPosition, openCase, recordAttendance, evaluateGathering, logSession],
  [registerRespondent, recordSessionAttendance],
  [sendInvitation],
  [answerSurvey, enrolParticipants],
];

const renamed: Record<string, string> = { respondentId: 'person_id', surveyId: 'survey', personIds: 'person_id', groupId: 'together' };

/** The column that a path into a command stands for. */
export function columnOf(path: string): string {
  const part = path.split(/[./#]/).filter((name) => name && !/^\d+$/.test(name)).at(-1) ?? '';
  return renamed[part] ?? part.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
