import { evaluateGathering, gatheringScheduled } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { gatheringEvaluation, gatheringEvaluationStream } from '../gathering-evaluation.js';
import { decideEvaluateGathering } from './evaluate-gathering.js';

export const evaluateGatheringSlice = commandSlice({
  definition: evaluateGathering,
  evolution: gatheringEvaluation,
  streamOf: ({ evaluationId }) => gatheringEvaluationStream(evaluationId),
  subject: async () => ({}),
  context: async ({ gatheringId }, { lookups, now }) => ({
    now,
    startsOn: (await lookups.find(gatheringScheduled, gatheringId))?.startsOn,
  }),
  decide: decideEvaluateGathering,
});
