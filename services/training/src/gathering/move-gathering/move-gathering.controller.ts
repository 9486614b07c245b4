import { moveGathering } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { placeOfGathering } from '../gathering.place.js';
import { gathering, gatheringStream } from '../gathering.js';
import { decideMoveGathering } from './move-gathering.js';

export const moveGatheringSlice = commandSlice({
  definition: moveGathering,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async (_, { state }) => placeOfGathering(state),
  context: async (_, { now }) => ({ now }),
  decide: decideMoveGathering,
});
