import { curriculumDefined, qualifyTrainer, supervisorQualified } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { trainer, trainerStream } from '../trainer.js';
import { decideQualifyTrainer } from './qualify-trainer.js';

export const qualifyTrainerSlice = commandSlice({
  definition: qualifyTrainer,
  evolution: trainer,
  streamOf: ({ trainerId }) => trainerStream(trainerId),
  subject: async () => ({}),
  context: async ({ trainerId, programmeId }, { lookups, now }) => ({
    now,
    curriculum: await lookups.find(curriculumDefined, programmeId),
    isSupervisor: (await lookups.find(supervisorQualified, `${trainerId}@${programmeId}`)) !== undefined,
  }),
  decide: decideQualifyTrainer,
});
