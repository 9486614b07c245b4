import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { calendarDate, key, regionId, shortText } from '../primitives.js';

export const planCohort = defineCommand({
  service: 'training',
  name: 'plan-cohort',
  summary: 'Plan a cohort of services: a digital half, then a physical half',
  schema: z.object({
    cohortId: key,
    programmeId: key,
    name: shortText.describe('For example Kull A'),
    region: regionId,
    startsOn: calendarDate,
    physicalFrom: calendarDate.describe('The first day of the physical half'),
    endsOn: calendarDate,
    serviceIds: z.array(key).max(60),
  }),
});

export const joinCohort = defineCommand({
  service: 'training',
  name: 'join-cohort',
  summary: 'Take a service into a cohort',
  schema: z.object({ cohortId: key, serviceId: key }),
});

export const leaveCohort = defineCommand({
  service: 'training',
  name: 'leave-cohort',
  summary: 'Take a service out of a cohort',
  schema: z.object({ cohortId: key, serviceId: key }),
});
