import { defineEvent } from '../definitions.js';
import { recordAttendance, scheduleGathering } from './commands.js';
import { curriculumDefinition } from './curriculum-commands.js';

export const gatheringScheduled = defineEvent({
  service: 'training',
  type: 'GatheringScheduled',
  schemaVersion: 1,
  summary: 'A training gathering has its dates',
  schema: scheduleGathering.schema.omit({ region: true }),
});

export const attendanceRecorded = defineEvent({
  service: 'training',
  type: 'AttendanceRecorded',
  schemaVersion: 1,
  summary: 'A caseworker attended a gathering, in part or not at all',
  schema: recordAttendance.schema,
});

export * from './certification-events.js';
export * from './cohort-events.js';
export * from './gathering-events.js';
export * from './place-events.js';
export * from './trainer-events.js';

export const curriculumDefined = defineEvent({
  service: 'training',
  type: 'CurriculumDefined',
  schemaVersion: 1,
  summary: 'A version of a programme\'s curriculum applies from a day on',
  schema: curriculumDefinition,
});
