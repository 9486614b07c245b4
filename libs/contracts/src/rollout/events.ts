import { defineEvent } from '../definitions.js';
import { registerCaseworker, registerServiceUnit } from './commands.js';

export const serviceUnitRegistered = defineEvent({
  service: 'rollout',
  type: 'ServiceUnitRegistered',
  schemaVersion: 1,
  summary: 'A child welfare service takes part in the rollout',
  schema: registerServiceUnit.schema,
});

export const caseworkerRegistered = defineEvent({
  service: 'rollout',
  type: 'CaseworkerRegistered',
  schemaVersion: 1,
  summary: 'A caseworker works in a service',
  schema: registerCaseworker.schema,
});
