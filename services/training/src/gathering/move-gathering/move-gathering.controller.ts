import { moveGathering } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { gathering, gatheringStream } from '../gathering.js';
import { decideMoveGathering } from './move-gathering.js';

export const moveGatheringSlice = commandSlice({
  definition: moveGathering,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async () => ({}),
  context: async (_, { now }) => ({ now }),
  decide: decideMoveGathering,
});
