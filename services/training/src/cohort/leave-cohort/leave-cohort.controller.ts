import { leaveCohort } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { cohort, cohortStream } from '../cohort.js';
import { decideLeaveCohort } from './leave-cohort.js';

export const leaveCohortSlice = commandSlice({
  definition: leaveCohort,
  evolution: cohort,
  streamOf: ({ cohortId }) => cohortStream(cohortId),
  subject: async (_, { state }) => state.planned && { region: state.planned.region },
  context: async (_, { now }) => ({ now }),
  decide: decideLeaveCohort,
});
