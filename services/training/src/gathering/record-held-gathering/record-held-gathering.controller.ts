import { recordHeldGathering } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { curriculumOn } from '../../curriculum/applicable.js';
import { gathering, gatheringStream } from '../gathering.js';
import { decideRecordHeldGathering } from './record-held-gathering.js';

export const recordHeldGatheringSlice = commandSlice({
  definition: recordHeldGathering,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async ({ region }) => ({ region }),
  context: async ({ programmeId, dates }, { lookups, now }) => ({
    now,
    curriculum: await curriculumOn(lookups, programmeId, dates[0]!),
  }),
  decide: decideRecordHeldGathering,
});
