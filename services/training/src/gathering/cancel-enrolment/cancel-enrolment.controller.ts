import { cancelEnrolment } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { placeOfGathering, placeOfGroup } from '../gathering.place.js';
import { gathering, gatheringStream } from '../gathering.js';
import { groupOf } from '../places.js';
import { planContext } from '../plan.context.js';
import { decideCancelEnrolment } from './cancel-enrolment.js';

export const cancelEnrolmentSlice = commandSlice({
  definition: cancelEnrolment,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async ({ personId }, { state }) => placeOfGroup(groupOf(state.groups, personId)) ?? placeOfGathering(state),
  context: async (_, { lookups, now, state }) => planContext(state, { lookups, now }),
  decide: decideCancelEnrolment,
});
