import { z } from 'zod';
import { defineEvent } from '../definitions.js';
import { key } from '../primitives.js';
import { registerCaseworker, registerServiceUnit, serviceUnitFacts } from './commands.js';

const { districtNumbers: _, ...firstFacts } = serviceUnitFacts;

export const serviceUnitRegisteredV1 = defineEvent({
  service: 'rollout',
  type: 'ServiceUnitRegistered',
  schemaVersion: 1,
  summary: 'A child welfare service takes part in the rollout',
  schema: z.object({ serviceId: key, ...firstFacts }),
});

/** With districts and a first day. What version 1 says is a version 2 without them. */
export const serviceUnitRegistered = defineEvent({
  service: 'rollout',
  type: 'ServiceUnitRegistered',
  schemaVersion: 2,
  summary: 'A child welfare service takes part in the rollout',
  schema: registerServiceUnit.schema,
  upcast: (earlier: z.infer<typeof serviceUnitRegisteredV1.schema>) => earlier,
});

export const caseworkerRegistered = defineEvent({
  service: 'rollout',
  type: 'CaseworkerRegistered',
  schemaVersion: 1,
  summary: 'A caseworker works in a service',
  schema: registerCaseworker.schema,
});
