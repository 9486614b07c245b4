import { type answersPublished, type EventOf } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for all publications: it owns their order and which months are closed. */
export const publicationStream = 'answer-publication';

// The names of these events are stored for ever. Never change or reuse one.
export type PublicationEvent = EventOf<typeof answersPublished>;

export interface Publication {
  publications: number;
  /** The last month that is closed: with it all before. */
  closedThrough?: string;
}

export const publication: Evolution<Publication, PublicationEvent> = {
  initialState: { publications: 0 },
  evolve(state, event) {
    switch (event.type) {
      case 'AnswersPublished': {
        const { number, occasion, through } = event.data;
        return { ...state, publications: number, ...(occasion === 'month' && { closedThrough: through }) };
      }
    }
  },
};
