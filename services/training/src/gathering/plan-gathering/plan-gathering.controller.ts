import { cohortPlanned, planGathering } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { curriculumOn } from '../../curriculum/applicable.js';
import { gathering, gatheringStream } from '../gathering.js';
import { decidePlanGathering } from './plan-gathering.js';

export const planGatheringSlice = commandSlice({
  definition: planGathering,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async ({ region }) => ({ region }),
  context: async ({ programmeId, cohortId, days }, { lookups, now }) => ({
    now,
    curriculum: await curriculumOn(lookups, programmeId, days[0]!.date),
    cohort: cohortId === undefined ? undefined : await lookups.find(cohortPlanned, cohortId),
  }),
  decide: decidePlanGathering,
});
