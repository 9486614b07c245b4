import { type Lookups, organisationOf } from '@riggen/service';
import { implementation, implementationStream } from './implementation.js';

/** What the slices of commands within an implementation have in common: the stream, the place, and the time. */
export const inImplementation = {
  evolution: implementation,
  streamOf: implementationStream,
  subject: ({ serviceId }: { serviceId: string }, { lookups }: { lookups: Lookups }) => organisationOf(lookups, serviceId),
  context: async (_: unknown, { now }: { now: string }) => ({ now }),
};
