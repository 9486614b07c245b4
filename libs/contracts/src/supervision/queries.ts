import { z } from 'zod';
import { defineQuery } from '../definitions.js';
import { pageOf, paging } from '../paging.js';
import { attendanceStatus, key, meetingFormat, targetGroup } from '../primitives.js';

const text = z.string();
const ofService = {
  serviceId: key,
  groupId: key.optional().describe('Only this group; who supervises one group may ask for no other'),
  ...paging,
};

export const getSupervisionGroups = defineQuery({
  service: 'supervision',
  name: 'groups',
  audience: 'portal',
  summary: 'The supervision groups of a service, the one that met last first, with what the next session of each likely is',
  input: z.object(ofService),
  output: pageOf(
    z.object({
      groupId: text,
      targetGroup,
      phase: z.int().nullable(),
      sessions: z.int(),
      lastHeldOn: text,
      nextNumber: z.int(),
      minutes: z.int().describe('The length of the last session'),
      format: meetingFormat.describe('The format of the last session'),
      members: z.array(text).describe('Whose attendance of the last session is recorded'),
    }),
  ),
});

export const getSupervisionSessions = defineQuery({
  service: 'supervision',
  name: 'sessions',
  audience: 'portal',
  summary: 'The supervision sessions of a service or of a group there, the newest first, with who attended',
  input: z.object(ofService),
  output: pageOf(
    z.object({
      sessionId: text,
      groupId: text,
      number: z.int(),
      heldOn: text,
      minutes: z.int(),
      format: meetingFormat,
      skillsPractised: z.boolean(),
      caseDiscussed: z.boolean(),
      attendance: z.array(
        z.object({ personId: text, status: attendanceStatus, correctedFor: text.nullable().describe('The reason of the last correction') }),
      ),
    }),
  ),
});
