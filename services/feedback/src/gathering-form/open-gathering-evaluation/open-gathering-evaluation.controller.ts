import { openGatheringEvaluation } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { gatheringOf, placeOfGathering } from '../gathering.lookups.js';
import { gatheringForm, gatheringFormStream } from '../gathering-form.js';
import { decideOpenGatheringEvaluation } from './open-gathering-evaluation.js';

export const openGatheringEvaluationSlice = commandSlice({
  definition: openGatheringEvaluation,
  evolution: gatheringForm,
  streamOf: ({ gatheringId }) => gatheringFormStream(gatheringId),
  subject: ({ gatheringId }, { lookups }) => placeOfGathering(lookups, gatheringId),
  context: async ({ gatheringId }, { lookups, now }) => ({ now, startsOn: (await gatheringOf(lookups, gatheringId))?.startsOn }),
  decide: decideOpenGatheringEvaluation,
});
