import { defineEvent } from '../definitions.js';
import { logSession, recordSessionAttendance } from './commands.js';

export const sessionHeld = defineEvent({
  service: 'supervision',
  type: 'SessionHeld',
  schemaVersion: 1,
  summary: 'A supervision group met',
  schema: logSession.schema.omit({ serviceId: true }),
});

export const sessionAttendanceRecorded = defineEvent({
  service: 'supervision',
  type: 'SessionAttendanceRecorded',
  schemaVersion: 1,
  summary: 'A caseworker attended a supervision session, or did not',
  schema: recordSessionAttendance.schema,
});
