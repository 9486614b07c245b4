import { type caseOpened, type EventOf } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each case, by random key. */
export const caseStream = (caseId: string): string => `case-${caseId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type CaseEvent = EventOf<typeof caseOpened>;

export interface Case {
  opened?: CaseEvent['data'];
}

export const caseEvolution: Evolution<Case, CaseEvent> = {
  initialState: {},
  evolve(state, event) {
    switch (event.type) {
      case 'CaseOpened':
        return { ...state, opened: event.data };
    }
  },
};
