import type { EventOf, planProposed } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for the plan of each region. */
export const planStream = (region: string): string => `plan-${region}`;

// The names of these events are stored for ever. Never change or reuse one.
export type PlanEvent = EventOf<typeof planProposed>;

export interface PlanState {
  newest?: PlanEvent['data'];
}

export const planEvolution: Evolution<PlanState, PlanEvent> = {
  initialState: {},
  evolve(state, event) {
    switch (event.type) {
      case 'PlanProposed':
        return { ...state, newest: event.data };
    }
  },
};

/** What a plan is planned with until the national team decides otherwise; ours. Turnover is the share who leave in a year. */
export const planningDefaults = {
  turnover: { low: 0.1, high: 0.25 },
  coverageTarget: 0.8,
  seasonsAhead: 8,
};
