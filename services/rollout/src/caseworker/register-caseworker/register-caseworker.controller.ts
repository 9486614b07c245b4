import { registerCaseworker } from '@riggen/contracts';
import { commandSlice, organisationOf } from '@riggen/service';
import { caseworker, caseworkerStream } from '../caseworker.js';
import { decideRegisterCaseworker } from './register-caseworker.js';

export const registerCaseworkerSlice = commandSlice({
  definition: registerCaseworker,
  evolution: caseworker,
  streamOf: ({ personId }) => caseworkerStream(personId),
  subject: ({ serviceId }, { lookups, state: { registered } }) => organisationOf(lookups, registered?.serviceId ?? serviceId),
  context: async ({ serviceId }, { lookups, now }) => ({ now, organisation: await organisationOf(lookups, serviceId) }),
  decide: decideRegisterCaseworker,
});
