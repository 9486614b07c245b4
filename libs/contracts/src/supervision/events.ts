import type { z } from 'zod';
import { defineEvent } from '../definitions.js';
import { studyPhase } from '../primitives.js';
import { correctSessionAttendance, logSession, recordSessionAttendance } from './commands.js';

const log = logSession.schema.omit({ serviceId: true, attendance: true });

export const sessionHeldV1 = defineEvent({
  service: 'supervision',
  type: 'SessionHeld',
  schemaVersion: 1,
  summary: 'A supervision group met',
  schema: log.extend({ phase: studyPhase }),
});

/** Also of groups outside a study, which have no phase. What version 1 says is a version 2 of a study. */
export const sessionHeld = defineEvent({
  service: 'supervision',
  type: 'SessionHeld',
  schemaVersion: 2,
  summary: 'A supervision group met',
  schema: log,
  upcast: (earlier: z.infer<typeof sessionHeldV1.schema>) => earlier,
});

export const sessionAttendanceRecorded = defineEvent({
  service: 'supervision',
  type: 'SessionAttendanceRecorded',
  schemaVersion: 1,
  summary: 'A caseworker attended a supervision session, or did not',
  schema: recordSessionAttendance.schema,
});

export const sessionAttendanceCorrected = defineEvent({
  service: 'supervision',
  type: 'SessionAttendanceCorrected',
  schemaVersion: 1,
  summary: 'What was recorded of an attendance of a supervision session was wrong: how it was, and the reason',
  schema: correctSessionAttendance.schema,
});
