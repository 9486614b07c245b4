import { followGathering } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { plannedGathering } from '../gathering.lookup.js';
import { trainer, trainerStream } from '../trainer.js';
import { decideFollowGathering } from './follow-gathering.js';

export const followGatheringSlice = commandSlice({
  definition: followGathering,
  evolution: trainer,
  streamOf: ({ trainerId }) => trainerStream(trainerId),
  subject: async ({ gatheringId }, { lookups }) => {
    const gathering = await plannedGathering(lookups, gatheringId);
    return gathering && { region: gathering.region };
  },
  context: async ({ gatheringId }, { lookups, now }) => ({ now, gathering: await plannedGathering(lookups, gatheringId) }),
  decide: decideFollowGathering,
});
