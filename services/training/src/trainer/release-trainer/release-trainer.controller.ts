import { releaseTrainer } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { trainer, trainerStream } from '../trainer.js';
import { decideReleaseTrainer } from './release-trainer.js';

export const releaseTrainerSlice = commandSlice({
  definition: releaseTrainer,
  evolution: trainer,
  streamOf: ({ trainerId }) => trainerStream(trainerId),
  subject: async ({ gatheringId }, { state }) => {
    const booking = state.bookings.get(gatheringId);
    return booking && { region: booking.region };
  },
  context: async (_, { now }) => ({ now }),
  decide: decideReleaseTrainer,
});
