import { acceptPlaces, declinePlaces } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { gathering, gatheringStream } from '../gathering.js';
import { planContext } from '../plan.context.js';
import { type AnswerOffer, decideAcceptPlaces, decideDeclinePlaces } from './answer-offer.js';

const streamOf = ({ gatheringId }: AnswerOffer) => gatheringStream(gatheringId);

export const acceptPlacesSlice = commandSlice({
  definition: acceptPlaces,
  evolution: gathering,
  streamOf,
  subject: async () => ({}),
  context: async (_, { lookups, now, state }) => planContext(state, { lookups, now }),
  decide: decideAcceptPlaces,
});

export const declinePlacesSlice = commandSlice({
  definition: declinePlaces,
  evolution: gathering,
  streamOf,
  subject: async () => ({}),
  context: async (_, { lookups, now, state }) => planContext(state, { lookups, now }),
  decide: decideDeclinePlaces,
});
