import { type EventOf, type respondentRegistered } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each parent or young person, by random key. */
export const respondentStream = (respondentId: string): string => `respondent-${respondentId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type RespondentEvent = EventOf<typeof respondentRegistered>;

export interface Respondent {
  registered?: RespondentEvent['data'];
}

export const respondent: Evolution<Respondent, RespondentEvent> = {
  initialState: {},
  evolve(state, event) {
    switch (event.type) {
      case 'RespondentRegistered':
        return { ...state, registered: event.data };
    }
  },
};
