import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { attendanceStatus, calendarDate, key, meetingFormat, studyPhase, targetGroup } from '../primitives.js';

export const logSession = defineCommand({
  service: 'supervision',
  name: 'log-session',
  summary: 'Log a supervision session of a group',
  schema: z.object({
    sessionId: key,
    groupId: key,
    serviceId: key.optional().describe('The service of the group; absent for the groups of the pilot, which are the nation’s'),
    targetGroup,
    phase: studyPhase,
    number: z.int().min(1).max(999),
    heldOn: calendarDate,
    minutes: z.int().min(1).max(1440),
    format: meetingFormat,
    skillsPractised: z.boolean(),
    caseDiscussed: z.boolean(),
  }),
});

export const recordSessionAttendance = defineCommand({
  service: 'supervision',
  name: 'record-session-attendance',
  summary: 'Record whether a caseworker attended a supervision session',
  schema: z.object({ sessionId: key, personId: key, status: attendanceStatus }),
});
