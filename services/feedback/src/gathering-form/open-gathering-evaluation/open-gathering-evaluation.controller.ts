import { gatheringScheduled, openGatheringEvaluation } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { gatheringForm, gatheringFormStream } from '../gathering-form.js';
import { decideOpenGatheringEvaluation } from './open-gathering-evaluation.js';

export const openGatheringEvaluationSlice = commandSlice({
  definition: openGatheringEvaluation,
  evolution: gatheringForm,
  streamOf: ({ gatheringId }) => gatheringFormStream(gatheringId),
  subject: async () => ({}), // a gathering is of no single service
  context: async ({ gatheringId }, { lookups, now }) => ({ now, startsOn: (await lookups.find(gatheringScheduled, gatheringId))?.startsOn }),
  decide: decideOpenGatheringEvaluation,
});
