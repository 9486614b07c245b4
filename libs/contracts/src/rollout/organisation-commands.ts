import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { calendarDate, key, shortText } from '../primitives.js';
import { districtNumber, municipalityNumber, serviceUnitFacts } from './commands.js';

const { name, kind, municipalityNumbers, districtNumbers, region } = serviceUnitFacts;

export const changeServiceUnit = defineCommand({
  service: 'rollout',
  name: 'change-service-unit',
  summary: 'Change name, kind, municipalities, districts or region of a service from a day',
  schema: z.object({
    serviceId: key,
    from: calendarDate,
    name: name.optional(),
    kind: kind.optional(),
    municipalityNumbers: municipalityNumbers.optional(),
    districtNumbers,
    region: region.optional(),
  }),
});

export const mergeServiceUnits = defineCommand({
  service: 'rollout',
  name: 'merge-service-units',
  summary: 'Let a service carry on one or more others from a day, with their municipalities and positions',
  schema: z.object({
    serviceId: key.describe('The service that goes on: one of the old ones or a new one, registered before'),
    predecessors: z.array(key).min(1).max(20),
    from: calendarDate,
    name: name.optional(),
  }),
});

/** A part of a service that is split: who carries it on, and for which municipalities or districts. */
export const servicePart = z.object({
  serviceId: key,
  municipalityNumbers: z.array(municipalityNumber).min(1).max(50),
  districtNumbers: z.array(districtNumber).min(1).max(50).optional(),
});

export const splitServiceUnit = defineCommand({
  service: 'rollout',
  name: 'split-service-unit',
  summary: 'Split a service from a day into services that carry on its municipalities and positions',
  schema: z.object({
    serviceId: key,
    from: calendarDate,
    parts: z.array(servicePart).min(2).max(20),
    positions: z.array(z.object({ positionId: key, serviceId: key })).max(1000).default([]).describe('Where positions go on'),
    otherPositionsTo: key.describe('Where the positions go on that are not listed'),
  }),
});

export const positionRole = z.enum(['caseworker', 'supervisor', 'leader', 'investigator', 'other']);
const percentage = z.int().min(1).max(100);

/** That a person is employed in a service, from the first to the last day. */
export const positionFacts = {
  positionId: key,
  serviceId: key,
  personId: key,
  role: positionRole,
  from: calendarDate,
  to: calendarDate.optional().describe('The last day; left out while it is not known'),
  percentage: percentage.optional(),
};

export const openPosition = defineCommand({
  service: 'rollout',
  name: 'open-position',
  summary: 'Record that a person is employed in a service from a day',
  schema: z.object(positionFacts),
});

export const endPosition = defineCommand({
  service: 'rollout',
  name: 'end-position',
  summary: 'Record the last day of a position',
  schema: z.object({ positionId: key, serviceId: key, to: calendarDate }),
});

export const correctPosition = defineCommand({
  service: 'rollout',
  name: 'correct-position',
  summary: 'Correct role, days or percentage of a position that was recorded wrongly',
  schema: z.object({
    positionId: key,
    serviceId: key,
    role: positionRole,
    from: calendarDate,
    to: calendarDate.optional(),
    percentage: percentage.optional(),
    reason: shortText,
  }),
});
