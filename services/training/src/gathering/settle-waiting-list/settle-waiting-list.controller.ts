import { settleWaitingList } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { placeOfGathering } from '../gathering.place.js';
import { gathering, gatheringStream } from '../gathering.js';
import { planContext } from '../plan.context.js';
import { decideSettleWaitingList } from './settle-waiting-list.js';

export const settleWaitingListSlice = commandSlice({
  definition: settleWaitingList,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async (_, { state }) => placeOfGathering(state),
  context: async (_, { lookups, now, state }) => planContext(state, { lookups, now }),
  decide: decideSettleWaitingList,
});
