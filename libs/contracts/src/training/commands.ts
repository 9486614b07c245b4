import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { attendanceStatus, calendarDate, key, meetingFormat, regionId, studyPhase, targetGroup } from '../primitives.js';

export * from './certification-commands.js';
export * from './cohort-commands.js';
export * from './curriculum-commands.js';
export * from './gathering-commands.js';
export * from './trainer-commands.js';

export const scheduleGathering = defineCommand({
  service: 'training',
  name: 'schedule-gathering',
  summary: 'Schedule a training gathering for a target group',
  schema: z.object({
    gatheringId: key,
    phase: studyPhase,
    targetGroup,
    number: z.int().min(1).max(99).describe('The number of the gathering in its course'),
    startsOn: calendarDate,
    endsOn: calendarDate,
    days: z.int().min(1).max(31).describe('Days of training between the first and the last date'),
    format: meetingFormat,
    region: regionId.optional().describe('Who gives it; absent for the gatherings of the pilot, which are the nation’s'),
  }),
});

export const recordAttendance = defineCommand({
  service: 'training',
  name: 'record-attendance',
  summary: 'Record whether a caseworker attended a gathering',
  schema: z.object({ gatheringId: key, personId: key, status: attendanceStatus }),
});
