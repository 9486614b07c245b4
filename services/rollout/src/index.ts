import { serviceUnitRegistered } from '@riggen/contracts';
import { copied, copiesProjection, type ServiceDefinition } from '@riggen/service';
import { registerCaseworkerSlice } from './caseworker/register-caseworker/register-caseworker.controller.js';
import { registerServiceUnitSlice } from './service-unit/register-service-unit/register-service-unit.controller.js';

export { caseworkerStream } from './caseworker/caseworker.js';
export { serviceUnitStream } from './service-unit/service-unit.js';

/** The rollout: which services and caseworkers take part. */
export const rollout: ServiceDefinition = {
  name: 'rollout',
  commands: [registerServiceUnitSlice, registerCaseworkerSlice],
  queries: [],
  projections: [copiesProjection(1, [copied(serviceUnitRegistered, ({ serviceId }) => [serviceId])])],
};
