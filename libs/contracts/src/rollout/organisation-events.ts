import { z } from 'zod';
import { defineEvent } from '../definitions.js';
import { calendarDate, key, shortText } from '../primitives.js';
import { serviceUnitFacts } from './commands.js';
import { positionFacts, servicePart } from './organisation-commands.js';

const from = calendarDate;

export const serviceUnitChanged = defineEvent({
  service: 'rollout',
  type: 'ServiceUnitChanged',
  schemaVersion: 1,
  summary: 'A service is another from a day: what it then is, in full',
  schema: z.object({ serviceId: key, from, ...serviceUnitFacts }),
});

export const serviceUnitsMerged = defineEvent({
  service: 'rollout',
  type: 'ServiceUnitsMerged',
  schemaVersion: 1,
  summary: 'A service carries on others from a day: what it then is, in full; their positions go on in it',
  schema: z.object({ serviceId: key, from, predecessors: z.array(key), ...serviceUnitFacts }),
});

export const serviceUnitSplit = defineEvent({
  service: 'rollout',
  type: 'ServiceUnitSplit',
  schemaVersion: 1,
  summary: 'A service goes on in several from a day, each with a part; its positions go on as listed, those not listed in one of them',
  schema: z.object({
    serviceId: key,
    from,
    parts: z.array(servicePart),
    positions: z.array(z.object({ positionId: key, serviceId: key })),
    otherPositionsTo: key,
  }),
});

export const positionOpened = defineEvent({
  service: 'rollout',
  type: 'PositionOpened',
  schemaVersion: 1,
  summary: 'A person is employed in a service from a day',
  schema: z.object(positionFacts),
});

export const positionEnded = defineEvent({
  service: 'rollout',
  type: 'PositionEnded',
  schemaVersion: 1,
  summary: 'A position has its last day: what it then is, in full',
  schema: z.object({ ...positionFacts, to: calendarDate }),
});

export const positionCorrected = defineEvent({
  service: 'rollout',
  type: 'PositionCorrected',
  schemaVersion: 1,
  summary: 'A position was recorded wrongly: what it is, in full, and why',
  schema: z.object({ ...positionFacts, reason: shortText }),
});
