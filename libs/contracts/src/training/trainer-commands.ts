import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { key, regionId } from '../primitives.js';

/** Qualified before Riggen was in use: then no earlier step is asked for. */
export const earlier = z.boolean();
const travelDays = z.int().min(0).max(3);

export const bookTrainer = defineCommand({
  service: 'training',
  name: 'book-trainer',
  summary: 'Book a trainer\'s days for a gathering, travel days included',
  schema: z.object({ trainerId: key, gatheringId: key, travelDaysBefore: travelDays, travelDaysAfter: travelDays }),
});

export const releaseTrainer = defineCommand({
  service: 'training',
  name: 'release-trainer',
  summary: 'Release a trainer from a gathering',
  schema: z.object({ trainerId: key, gatheringId: key }),
});

export const qualifyTrainer = defineCommand({
  service: 'training',
  name: 'qualify-trainer',
  summary: 'Set which modules of a programme a person may teach; none ends it',
  schema: z.object({ trainerId: key, programmeId: key, moduleIds: z.array(key).max(40), earlier }),
});

export const setTrainerCapacity = defineCommand({
  service: 'training',
  name: 'set-trainer-capacity',
  summary: 'Set how many days a trainer can be booked in a year, and for which region',
  schema: z.object({ trainerId: key, region: regionId, year: z.int().min(2020).max(2100), days: z.int().min(0).max(260) }),
});

export const followGathering = defineCommand({
  service: 'training',
  name: 'follow-gathering',
  summary: 'Bring a trainer\'s booking in line with a gathering that was moved or cancelled',
  schema: z.object({ trainerId: key, gatheringId: key }),
});
