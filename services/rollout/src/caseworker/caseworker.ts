import { type caseworkerRegistered, type EventOf } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each caseworker, by random key. */
export const caseworkerStream = (personId: string): string => `caseworker-${personId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type CaseworkerEvent = EventOf<typeof caseworkerRegistered>;

export interface Caseworker {
  registered?: CaseworkerEvent['data'];
}

export const caseworker: Evolution<Caseworker, CaseworkerEvent> = {
  initialState: {},
  evolve(state, event) {
    switch (event.type) {
      case 'CaseworkerRegistered':
        return { ...state, registered: event.data };
    }
  },
};
