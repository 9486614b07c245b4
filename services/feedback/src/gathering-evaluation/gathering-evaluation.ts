import { type EventOf, type gatheringEvaluated } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each anonymous evaluation: nothing in it leads to a person. */
export const gatheringEvaluationStream = (evaluationId: string): string => `gatheringEvaluation-${evaluationId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type GatheringEvaluationEvent = EventOf<typeof gatheringEvaluated>;

export interface GatheringEvaluation {
  submitted?: GatheringEvaluationEvent['data'];
}

export const gatheringEvaluation: Evolution<GatheringEvaluation, GatheringEvaluationEvent> = {
  initialState: {},
  evolve(state, event) {
    switch (event.type) {
      case 'GatheringEvaluated':
        return { ...state, submitted: event.data };
    }
  },
};
