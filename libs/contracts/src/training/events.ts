import { defineEvent } from '../definitions.js';
import { recordAttendance, scheduleGathering } from './commands.js';

export const gatheringScheduled = defineEvent({
  service: 'training',
  type: 'GatheringScheduled',
  schemaVersion: 1,
  summary: 'A training gathering has its dates',
  schema: scheduleGathering.schema,
});

export const attendanceRecorded = defineEvent({
  service: 'training',
  type: 'AttendanceRecorded',
  schemaVersion: 1,
  summary: 'A caseworker attended a gathering, in part or not at all',
  schema: recordAttendance.schema,
});
