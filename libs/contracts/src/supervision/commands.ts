import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { attendanceStatus, calendarDate, key, meetingFormat, shortText, studyPhase, targetGroup } from '../primitives.js';

const present = { personId: key, status: attendanceStatus };

export const logSession = defineCommand({
  service: 'supervision',
  name: 'log-session',
  summary: 'Log a supervision session of a group, and who attended',
  schema: z.object({
    sessionId: key,
    groupId: key,
    serviceId: key.optional().describe('The service of the group; absent for the groups of the pilot, which are the nation’s'),
    targetGroup,
    phase: studyPhase.optional().describe('The phase of the study that the group belongs to; absent outside a study'),
    number: z.int().min(1).max(999),
    heldOn: calendarDate,
    minutes: z.int().min(1).max(1440),
    format: meetingFormat,
    skillsPractised: z.boolean(),
    caseDiscussed: z.boolean(),
    attendance: z.array(z.object(present)).max(200).default([]).describe('Recorded together with the session: all of it, or nothing'),
  }),
});

export const recordSessionAttendance = defineCommand({
  service: 'supervision',
  name: 'record-session-attendance',
  summary: 'Record whether a caseworker attended a supervision session',
  schema: z.object({ sessionId: key, ...present }),
});

export const correctSessionAttendance = defineCommand({
  service: 'supervision',
  name: 'correct-session-attendance',
  summary: 'Correct a recorded attendance of a supervision session, with the reason',
  schema: z.object({ sessionId: key, ...present, reason: shortText }),
});
