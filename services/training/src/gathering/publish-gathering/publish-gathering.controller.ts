import { publishGathering } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { placeOfGathering } from '../gathering.place.js';
import { gathering, gatheringStream } from '../gathering.js';
import { decidePublishGathering } from './publish-gathering.js';

export const publishGatheringSlice = commandSlice({
  definition: publishGathering,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async (_, { state }) => placeOfGathering(state),
  context: async (_, { now }) => ({ now }),
  decide: decidePublishGathering,
});
