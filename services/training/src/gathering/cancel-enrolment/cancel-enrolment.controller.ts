import { cancelEnrolment } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { gathering, gatheringStream } from '../gathering.js';
import { planContext } from '../plan.context.js';
import { decideCancelEnrolment } from './cancel-enrolment.js';

export const cancelEnrolmentSlice = commandSlice({
  definition: cancelEnrolment,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async () => ({}),
  context: async (_, { lookups, now, state }) => planContext(state, { lookups, now }),
  decide: decideCancelEnrolment,
});
