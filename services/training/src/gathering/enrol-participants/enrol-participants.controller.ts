import { enrolParticipants } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { commandSlice, isEmployed, organisationOf } from '@riggen/service';
import { gathering, gatheringStream } from '../gathering.js';
import { planContext } from '../plan.context.js';
import { decideEnrolParticipants } from './enrol-participants.js';

export const enrolParticipantsSlice = commandSlice({
  definition: enrolParticipants,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: ({ serviceId }, { lookups }) => organisationOf(lookups, serviceId),
  context: async ({ serviceId, personIds }, { lookups, now, state }) => {
    const today = calendarDateOf(now);
    const employed = await Promise.all(personIds.map((personId) => isEmployed(lookups, { personId, serviceId }, today)));
    return {
      ...(await planContext(state, { lookups, now })),
      organisation: await organisationOf(lookups, serviceId),
      notEmployed: personIds.filter((_, index) => !employed[index]),
    };
  },
  decide: decideEnrolParticipants,
});
