import { publishGathering } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { gathering, gatheringStream } from '../gathering.js';
import { decidePublishGathering } from './publish-gathering.js';

export const publishGatheringSlice = commandSlice({
  definition: publishGathering,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async () => ({}),
  context: async (_, { now }) => ({ now }),
  decide: decidePublishGathering,
});
