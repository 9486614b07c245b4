import { scheduleGathering } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { gathering, gatheringStream } from '../gathering.js';
import { decideScheduleGathering } from './schedule-gathering.js';

export const scheduleGatheringSlice = commandSlice({
  definition: scheduleGathering,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async ({ region }, { state: { scheduled } }) => ({ region: scheduled ? scheduled.region : region }),
  context: async (_, { now }) => ({ now }),
  decide: decideScheduleGathering,
});
