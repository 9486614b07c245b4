import { defineCurriculum } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { curriculum, curriculumStream } from '../curriculum.js';
import { decideDefineCurriculum } from './define-curriculum.js';

export const defineCurriculumSlice = commandSlice({
  definition: defineCurriculum,
  evolution: curriculum,
  streamOf: ({ programmeId }) => curriculumStream(programmeId),
  subject: async () => ({}),
  context: async (_, { now }) => ({ now }),
  decide: decideDefineCurriculum,
});
