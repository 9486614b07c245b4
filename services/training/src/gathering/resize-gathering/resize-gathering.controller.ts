import { resizeGathering } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { placeOfGathering } from '../gathering.place.js';
import { gathering, gatheringStream } from '../gathering.js';
import { planContext } from '../plan.context.js';
import { decideResizeGathering } from './resize-gathering.js';

export const resizeGatheringSlice = commandSlice({
  definition: resizeGathering,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async (_, { state }) => placeOfGathering(state),
  context: async (_, { lookups, now, state }) => planContext(state, { lookups, now }),
  decide: decideResizeGathering,
});
