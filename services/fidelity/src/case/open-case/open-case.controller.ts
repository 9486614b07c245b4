import { caseworkerRegistered, openCase } from '@riggen/contracts';
import { commandSlice, organisationOf } from '@riggen/service';
import { caseEvolution, caseStream } from '../case.js';
import { decideOpenCase } from './open-case.js';

export const openCaseSlice = commandSlice({
  definition: openCase,
  evolution: caseEvolution,
  streamOf: ({ caseId }) => caseStream(caseId),
  subject: ({ serviceId }, { lookups, state: { opened } }) => organisationOf(lookups, opened?.serviceId ?? serviceId),
  context: async ({ serviceId, contactPersonId }, { lookups, now }) => ({
    now,
    organisation: await organisationOf(lookups, serviceId),
    isCaseworker: (await lookups.find(caseworkerRegistered, contactPersonId)) !== undefined,
  }),
  decide: decideOpenCase,
});
