import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { attendanceStatus, calendarDate, key, meetingFormat, regionId, shortText } from '../primitives.js';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not-a-time-of-day' });

/** A day of a gathering: its time in Norway, and where it is, as a place or a link to a video meeting. */
export const gatheringDay = z.object({
  date: calendarDate,
  from: timeOfDay,
  to: timeOfDay,
  format: meetingFormat,
  place: shortText.optional(),
  link: z.url({ protocol: /^https$/ }).max(500).optional(),
});
export type GatheringDay = z.infer<typeof gatheringDay>;

const days = z.array(gatheringDay).min(1).max(31);
const capacity = z.int().min(1).max(500);
/** The version of the gathering that the editor saw; a change since then refuses the command and tells what changed. */
const basedOn = z.int().min(1).optional();

export const planGathering = defineCommand({
  service: 'training',
  name: 'plan-gathering',
  summary: 'Plan a gathering that gives modules of a curriculum',
  schema: z.object({
    gatheringId: key,
    programmeId: key,
    moduleIds: z.array(key).min(1).max(40),
    cohortId: key.optional(),
    region: regionId,
    days,
    capacity,
  }),
});

export const recordHeldGathering = defineCommand({
  service: 'training',
  name: 'record-held-gathering',
  summary: 'Record a gathering that was held before Riggen was in use',
  schema: z.object({
    gatheringId: key,
    programmeId: key,
    moduleIds: z.array(key).min(1).max(40),
    region: regionId,
    dates: z.array(calendarDate).min(1).max(31),
    format: meetingFormat,
  }),
});

export const publishGathering = defineCommand({
  service: 'training',
  name: 'publish-gathering',
  summary: 'Publish a planned gathering, so that people can be enrolled',
  schema: z.object({ gatheringId: key, basedOn }),
});

export const moveGathering = defineCommand({
  service: 'training',
  name: 'move-gathering',
  summary: 'Give a gathering other days or places',
  schema: z.object({ gatheringId: key, days, basedOn }),
});

export const resizeGathering = defineCommand({
  service: 'training',
  name: 'resize-gathering',
  summary: 'Change how many a gathering has places for',
  schema: z.object({ gatheringId: key, capacity, basedOn }),
});

export const cancelGathering = defineCommand({
  service: 'training',
  name: 'cancel-gathering',
  summary: 'Cancel a gathering, with the reason',
  schema: z.object({ gatheringId: key, reason: shortText, basedOn }),
});

export const enrolParticipants = defineCommand({
  service: 'training',
  name: 'enrol-participants',
  summary: 'Enrol one person, or people of a service who are kept together: all get places, or all wait in line',
  schema: z.object({
    gatheringId: key,
    groupId: key.describe('A new key for those who are kept together'),
    serviceId: key,
    personIds: z.array(key).min(1).max(100),
  }),
});

export const cancelEnrolment = defineCommand({
  service: 'training',
  name: 'cancel-enrolment',
  summary: 'Take a person out of a gathering or its waiting list',
  schema: z.object({ gatheringId: key, personId: key, reason: shortText.optional() }),
});

const aboutGroup = z.object({ gatheringId: key, groupId: key });

export const acceptPlaces = defineCommand({
  service: 'training',
  name: 'accept-places',
  summary: 'Accept the places that were offered to those who wait together',
  schema: aboutGroup,
});

export const declinePlaces = defineCommand({
  service: 'training',
  name: 'decline-places',
  summary: 'Decline the places that were offered',
  schema: aboutGroup,
});

export const settleWaitingList = defineCommand({
  service: 'training',
  name: 'settle-waiting-list',
  summary: 'Let offers expire whose time is over, and offer free places to those who are next',
  schema: z.object({ gatheringId: key }),
});

export const recordDayAttendance = defineCommand({
  service: 'training',
  name: 'record-day-attendance',
  summary: 'Record who attended a day of a gathering',
  schema: z.object({
    gatheringId: key,
    date: calendarDate,
    people: z.array(z.object({ personId: key, status: attendanceStatus })).min(1).max(500),
  }),
});

export const checkIn = defineCommand({
  service: 'training',
  name: 'check-in',
  summary: 'Attend the day\'s gathering with the code that is shown in the room',
  schema: z.object({ gatheringId: key, personId: key, code: z.string().max(20) }),
});

export const correctAttendance = defineCommand({
  service: 'training',
  name: 'correct-attendance',
  summary: 'Correct a recorded attendance, with the reason; what was recorded first is kept',
  schema: z.object({ gatheringId: key, date: calendarDate, personId: key, status: attendanceStatus, reason: shortText }),
});

export const makeUpAbsence = defineCommand({
  service: 'training',
  name: 'make-up-absence',
  summary: 'Record that a missed day was made up by a recorded lecture',
  schema: z.object({ gatheringId: key, date: calendarDate, personId: key, lectureId: key }),
});
