import { type EventOf, type gatheringEvaluated, type gatheringEvaluationClosed, type gatheringEvaluationOpened } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for the anonymous form of each gathering. */
export const gatheringFormStream = (gatheringId: string): string => `gatheringForm-${gatheringId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type GatheringFormEvent =
  | EventOf<typeof gatheringEvaluationOpened>
  | EventOf<typeof gatheringEvaluated>
  | EventOf<typeof gatheringEvaluationClosed>;

export interface GatheringForm {
  opened?: EventOf<typeof gatheringEvaluationOpened>['data'];
  isClosed: boolean;
}

export const gatheringForm: Evolution<GatheringForm, GatheringFormEvent> = {
  initialState: { isClosed: false },
  evolve(state, event) {
    switch (event.type) {
      case 'GatheringEvaluationOpened':
        return { ...state, opened: event.data };
      case 'GatheringEvaluated':
        return state;
      case 'GatheringEvaluationClosed':
        return { ...state, isClosed: true };
    }
  },
};
