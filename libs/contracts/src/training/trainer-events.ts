import { z } from 'zod';
import { defineEvent } from '../definitions.js';
import { calendarDate, key, regionId } from '../primitives.js';
import { qualifyTrainer, releaseTrainer, setTrainerCapacity } from './trainer-commands.js';

const dates = z.array(calendarDate).max(40);

export const trainerQualified = defineEvent({
  service: 'training',
  type: 'TrainerQualified',
  schemaVersion: 1,
  summary: 'A person may teach these modules of a programme, and no others',
  schema: qualifyTrainer.schema,
});

export const trainerCapacitySet = defineEvent({
  service: 'training',
  type: 'TrainerCapacitySet',
  schemaVersion: 1,
  summary: 'A trainer can be booked so many days in a year',
  schema: setTrainerCapacity.schema,
});

export const trainerBooked = defineEvent({
  service: 'training',
  type: 'TrainerBooked',
  schemaVersion: 1,
  summary: 'A trainer\'s days are taken by a gathering',
  schema: z.object({
    trainerId: key,
    gatheringId: key,
    region: regionId,
    days: dates,
    travelDays: dates,
    travelDaysBefore: z.int().min(0),
    travelDaysAfter: z.int().min(0),
  }),
});

export const trainerReleased = defineEvent({
  service: 'training',
  type: 'TrainerReleased',
  schemaVersion: 1,
  summary: 'A trainer does not come to a gathering',
  schema: releaseTrainer.schema,
});
