import { cancelGathering } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { gathering, gatheringStream } from '../gathering.js';
import { decideCancelGathering } from './cancel-gathering.js';

export const cancelGatheringSlice = commandSlice({
  definition: cancelGathering,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async () => ({}),
  context: async (_, { now }) => ({ now }),
  decide: decideCancelGathering,
});
