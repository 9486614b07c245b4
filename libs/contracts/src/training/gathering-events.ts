import { z } from 'zod';
import { defineEvent } from '../definitions.js';
import { attendanceStatus, calendarDate, key } from '../primitives.js';
import {
  cancelGathering,
  correctAttendance,
  makeUpAbsence,
  moveGathering,
  planGathering,
  publishGathering,
  recordHeldGathering,
  resizeGathering,
} from './gathering-commands.js';

const curriculumVersion = z.int().min(1);

export const gatheringPlanned = defineEvent({
  service: 'training',
  type: 'GatheringPlanned',
  schemaVersion: 1,
  summary: 'A gathering that gives modules of a curriculum was planned',
  schema: planGathering.schema.extend({ curriculumVersion }),
});

export const heldGatheringRecorded = defineEvent({
  service: 'training',
  type: 'HeldGatheringRecorded',
  schemaVersion: 1,
  summary: 'A gathering that was held before Riggen was in use is known',
  schema: recordHeldGathering.schema.extend({ curriculumVersion }),
});

export const gatheringPublished = defineEvent({
  service: 'training',
  type: 'GatheringPublished',
  schemaVersion: 1,
  summary: 'People can be enrolled in a gathering',
  schema: publishGathering.schema.omit({ basedOn: true }),
});

export const gatheringMoved = defineEvent({
  service: 'training',
  type: 'GatheringMoved',
  schemaVersion: 1,
  summary: 'A gathering has other days or places',
  schema: moveGathering.schema.omit({ basedOn: true }),
});

export const gatheringResized = defineEvent({
  service: 'training',
  type: 'GatheringResized',
  schemaVersion: 1,
  summary: 'A gathering has more or fewer places',
  schema: resizeGathering.schema.omit({ basedOn: true }),
});

export const gatheringCancelled = defineEvent({
  service: 'training',
  type: 'GatheringCancelled',
  schemaVersion: 1,
  summary: 'A gathering will not be held',
  schema: cancelGathering.schema.omit({ basedOn: true }),
});

export const dayAttendanceRecorded = defineEvent({
  service: 'training',
  type: 'DayAttendanceRecorded',
  schemaVersion: 1,
  summary: 'A person attended a day of a gathering, in part or not at all',
  schema: z.object({
    gatheringId: key,
    date: calendarDate,
    personId: key,
    status: attendanceStatus,
    by: z.enum(['list', 'code']),
  }),
});

export const attendanceCorrected = defineEvent({
  service: 'training',
  type: 'AttendanceCorrected',
  schemaVersion: 1,
  summary: 'A recorded attendance was corrected, with the reason',
  schema: correctAttendance.schema,
});

export const absenceMadeUp = defineEvent({
  service: 'training',
  type: 'AbsenceMadeUp',
  schemaVersion: 1,
  summary: 'A missed day was made up by a recorded lecture',
  schema: makeUpAbsence.schema,
});
