import { cancelGathering } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { placeOfGathering } from '../gathering.place.js';
import { gathering, gatheringStream } from '../gathering.js';
import { decideCancelGathering } from './cancel-gathering.js';

export const cancelGatheringSlice = commandSlice({
  definition: cancelGathering,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async (_, { state }) => placeOfGathering(state),
  context: async (_, { now }) => ({ now }),
  decide: decideCancelGathering,
});
