import { startImplementation } from '@riggen/contracts';
import { commandSlice, organisationOf } from '@riggen/service';
import { implementation, implementationStream } from '../implementation.js';
import { decideStartImplementation } from './start-implementation.js';

export const startImplementationSlice = commandSlice({
  definition: startImplementation,
  evolution: implementation,
  streamOf: implementationStream,
  subject: ({ serviceId }, { lookups }) => organisationOf(lookups, serviceId),
  context: async ({ serviceId }, { lookups, now }) => ({ now, organisation: await organisationOf(lookups, serviceId) }),
  decide: decideStartImplementation,
});
