import { z } from 'zod';
import { defineQuery } from '../definitions.js';
import { pageOf, paging } from '../paging.js';
import { attendanceStatus, calendarDate, key, meetingFormat, regionId } from '../primitives.js';
import { curriculumDefinition } from './curriculum-commands.js';

const text = z.string();
const nullableText = z.string().nullable();

export const getCurricula = defineQuery({
  service: 'training',
  name: 'curricula',
  audience: 'portal',
  summary: 'Every version of every curriculum, the newest of a programme first',
  input: z.object({ programmeId: key.optional(), ...paging }),
  output: pageOf(curriculumDefinition),
});

const day = z.object({ date: text, from: nullableText, to: nullableText, format: meetingFormat, place: nullableText, link: nullableText });

/** `held`: before Riggen, by day. `earlier`: of the pilot, as a whole. Capacity and places are those of planned gatherings. */
const listedGathering = z.object({
  gatheringId: text,
  status: z.enum(['planned', 'published', 'cancelled', 'held', 'earlier']),
  programmeId: nullableText,
  moduleIds: z.array(text),
  cohortId: nullableText,
  region: nullableText,
  startsOn: text,
  endsOn: text,
  days: z.array(day),
  capacity: z.int().nullable(),
  placed: z.int(),
  offered: z.int(),
  waiting: z.int(),
  trainers: z.int(),
});

export const getGatheringCalendar = defineQuery({
  service: 'training',
  name: 'gathering-calendar',
  audience: 'portal',
  summary: 'The gatherings of a time, in a region or all, in order of their days, with places taken and free',
  input: z.object({
    from: calendarDate,
    to: calendarDate,
    region: regionId.optional(),
    programmeId: key.optional(),
    ...paging,
  }),
  output: pageOf(listedGathering),
});

const place = z.object({
  personId: text,
  groupId: text,
  serviceId: nullableText,
  status: z.enum(['placed', 'offered', 'waiting', 'declined', 'expired', 'cancelled']),
  until: nullableText,
  inLine: z.int().nullable().describe('The place in line of those who wait together, from 1'),
  attendance: z.array(z.object({ date: text, status: attendanceStatus, madeUpBy: nullableText })),
});

export const getGathering = defineQuery({
  service: 'training',
  name: 'gathering',
  audience: 'portal',
  summary: 'A gathering with its days, trainers, places, line and attendance; name its version when it is edited',
  input: z.object({ gatheringId: key }),
  output: z.object({
    gathering: listedGathering.extend({ version: z.int(), cancelReason: nullableText }).nullable().describe('Null when there is none'),
    trainers: z.array(z.object({ personId: text, days: z.array(text), travelDays: z.array(text) })),
    places: z.array(place).describe('Those with places, then those offered, then the line in its order; of the caller\'s own scope'),
    history: z.array(
      z.object({ personId: text, date: text, what: z.enum(['recorded', 'corrected', 'made_up']), status: nullableText, note: nullableText, recordedAt: text }),
    ),
  }),
});

const listedCohort = z.object({
  cohortId: text,
  programmeId: text,
  name: text,
  region: text,
  startsOn: text,
  physicalFrom: text,
  endsOn: text,
  services: z.array(z.object({ serviceId: text, name: nullableText, region: nullableText })),
  gatherings: z.int(),
});

export const getCohorts = defineQuery({
  service: 'training',
  name: 'cohorts',
  audience: 'portal',
  summary: 'The cohorts of a region or all, the newest first',
  input: z.object({ region: regionId.optional(), programmeId: key.optional(), serviceId: key.optional(), ...paging }),
  output: pageOf(listedCohort),
});

export const getCohort = defineQuery({
  service: 'training',
  name: 'cohort',
  audience: 'portal',
  summary: 'A cohort with its services and its gatherings in order',
  input: z.object({ cohortId: key }),
  output: z.object({ cohort: listedCohort.nullable(), gatherings: z.array(listedGathering) }),
});

export const getWaitingLists = defineQuery({
  service: 'training',
  name: 'waiting-lists',
  audience: 'portal',
  summary: 'Those who wait or are offered places, gathering by gathering in the order of the line',
  input: z.object({ region: regionId.optional(), ...paging }),
  output: pageOf(
    z.object({
      gatheringId: text,
      startsOn: text,
      region: nullableText,
      groupId: text,
      serviceId: nullableText,
      people: z.int(),
      status: z.enum(['offered', 'waiting']),
      until: nullableText,
    }),
  ),
});

export const getTrainers = defineQuery({
  service: 'training',
  name: 'trainers',
  audience: 'portal',
  summary: 'Trainers with what they may teach, and their booked days of a year against how many they can be booked',
  input: z.object({ year: z.coerce.number().int().min(2020).max(2100), region: regionId.optional(), ...paging }),
  output: pageOf(
    z.object({
      personId: text,
      region: nullableText,
      qualified: z.array(z.object({ programmeId: text, moduleIds: z.array(text) })),
      bookedDays: z.int().describe('Travel days included'),
      travelDays: z.int(),
      capacityDays: z.int().nullable(),
    }),
  ),
});

export const getAttendanceCode = defineQuery({
  service: 'training',
  name: 'attendance-code',
  audience: 'portal',
  summary: 'The code that participants attend with now, to be shown in the room; it changes every half minute',
  input: z.object({ gatheringId: key }),
  output: z.object({ code: text, nextAt: text, path: text.describe('Where the participant\'s phone goes, from the root of the portal') }),
});
