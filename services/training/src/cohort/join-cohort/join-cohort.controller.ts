import { joinCohort } from '@riggen/contracts';
import { commandSlice, organisationOf } from '@riggen/service';
import { cohort, cohortStream } from '../cohort.js';
import { decideJoinCohort } from './join-cohort.js';

export const joinCohortSlice = commandSlice({
  definition: joinCohort,
  evolution: cohort,
  streamOf: ({ cohortId }) => cohortStream(cohortId),
  subject: async (_, { state }) => state.planned && { region: state.planned.region },
  context: async ({ serviceId }, { lookups, now }) => ({ now, organisation: await organisationOf(lookups, serviceId) }),
  decide: decideJoinCohort,
});
