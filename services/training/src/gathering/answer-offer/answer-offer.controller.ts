import { acceptPlaces, declinePlaces } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { type Gathering, gathering, gatheringStream } from '../gathering.js';
import { placeOfGroup } from '../gathering.place.js';
import { planContext } from '../plan.context.js';
import { type AnswerOffer, decideAcceptPlaces, decideDeclinePlaces } from './answer-offer.js';

const streamOf = ({ gatheringId }: AnswerOffer) => gatheringStream(gatheringId);
const subject = async ({ groupId }: AnswerOffer, { state }: { state: Gathering }) =>
  placeOfGroup(state.groups.find((group) => group.groupId === groupId));

export const acceptPlacesSlice = commandSlice({
  definition: acceptPlaces,
  evolution: gathering,
  streamOf,
  subject,
  context: async (_, { lookups, now, state }) => planContext(state, { lookups, now }),
  decide: decideAcceptPlaces,
});

export const declinePlacesSlice = commandSlice({
  definition: declinePlaces,
  evolution: gathering,
  streamOf,
  subject,
  context: async (_, { lookups, now, state }) => planContext(state, { lookups, now }),
  decide: decideDeclinePlaces,
});
