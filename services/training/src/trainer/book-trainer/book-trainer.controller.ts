import { bookTrainer } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { plannedGathering } from '../gathering.lookup.js';
import { trainer, trainerStream } from '../trainer.js';
import { decideBookTrainer } from './book-trainer.js';

export const bookTrainerSlice = commandSlice({
  definition: bookTrainer,
  evolution: trainer,
  streamOf: ({ trainerId }) => trainerStream(trainerId),
  subject: async ({ gatheringId }, { lookups }) => {
    const gathering = await plannedGathering(lookups, gatheringId);
    return gathering && { region: gathering.region };
  },
  context: async ({ gatheringId }, { lookups, now }) => ({ now, gathering: await plannedGathering(lookups, gatheringId) }),
  decide: decideBookTrainer,
});
