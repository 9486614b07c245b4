import type { EventOf, personCorrected, personErased, personMadeKnown } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each person of the staff, by random key. */
export const personStream = (personId: string): string => `person-${personId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type PersonEvent = EventOf<typeof personMadeKnown> | EventOf<typeof personCorrected> | EventOf<typeof personErased>;

export interface Person {
  /** What is known of the person; its personal fields are null after the erasure. */
  known?: EventOf<typeof personMadeKnown>['data'];
  isErased: boolean;
}

export const person: Evolution<Person, PersonEvent> = {
  initialState: { isErased: false },
  evolve(state, event) {
    switch (event.type) {
      case 'PersonMadeKnown':
      case 'PersonCorrected':
        return { ...state, known: event.data };
      case 'PersonErased':
        return { ...state, isErased: true };
    }
  },
};
