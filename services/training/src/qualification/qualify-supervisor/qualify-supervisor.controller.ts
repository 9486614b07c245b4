import { qualifySupervisor } from '@riggen/contracts';
import { commandSlice, organisationOfCaseworker } from '@riggen/service';
import { qualification, qualificationStream } from '../qualification.js';
import { decideQualifySupervisor } from './qualify-supervisor.js';

export const qualifySupervisorSlice = commandSlice({
  definition: qualifySupervisor,
  evolution: qualification,
  streamOf: ({ personId, programmeId }) => qualificationStream(personId, programmeId),
  subject: async () => ({}),
  context: async ({ personId }, { lookups, now }) => ({ now, organisation: await organisationOfCaseworker(lookups, personId) }),
  decide: decideQualifySupervisor,
});
