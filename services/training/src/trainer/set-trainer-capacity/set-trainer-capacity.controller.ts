import { setTrainerCapacity } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { trainer, trainerStream } from '../trainer.js';
import { decideSetTrainerCapacity } from './set-trainer-capacity.js';

export const setTrainerCapacitySlice = commandSlice({
  definition: setTrainerCapacity,
  evolution: trainer,
  streamOf: ({ trainerId }) => trainerStream(trainerId),
  subject: async ({ region }) => ({ region }),
  context: async (_, { now }) => ({ now }),
  decide: decideSetTrainerCapacity,
});
