import { type cohortPlanned, type EventOf, type serviceJoinedCohort, type serviceLeftCohort } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each cohort: it owns its year and which services take part. */
export const cohortStream = (cohortId: string): string => `cohort-${cohortId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type CohortEvent =
  | EventOf<typeof cohortPlanned>
  | EventOf<typeof serviceJoinedCohort>
  | EventOf<typeof serviceLeftCohort>;

export interface Cohort {
  planned?: EventOf<typeof cohortPlanned>['data'];
  services: ReadonlySet<string>;
}

export const cohort: Evolution<Cohort, CohortEvent> = {
  initialState: { services: new Set() },
  evolve(state, event) {
    switch (event.type) {
      case 'CohortPlanned':
        return { planned: event.data, services: new Set(event.data.serviceIds) };
      case 'ServiceJoinedCohort':
        return { ...state, services: new Set([...state.services, event.data.serviceId]) };
      case 'ServiceLeftCohort':
        return { ...state, services: new Set([...state.services].filter((service) => service !== event.data.serviceId)) };
    }
  },
};
