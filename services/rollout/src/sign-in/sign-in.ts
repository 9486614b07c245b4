import { type EventOf, type signInLinked } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each identity that somebody signs in by: it belongs to one person. */
export const signInStream = (identity: string): string => `signIn-${identity}`;

// The names of these events are stored for ever. Never change or reuse one.
export type SignInEvent = EventOf<typeof signInLinked>;

export interface SignIn {
  linked?: SignInEvent['data'];
}

export const signIn: Evolution<SignIn, SignInEvent> = {
  initialState: {},
  evolve(state, event) {
    switch (event.type) {
      case 'SignInLinked':
        return { ...state, linked: event.data };
    }
  },
};
