import { type EventOf, type firstAdministratorNamed } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** The one stream of the system itself: it owns who its first administrator is. */
export const installationStream = 'installation-1';

// The names of these events are stored for ever. Never change or reuse one.
export type InstallationEvent = EventOf<typeof firstAdministratorNamed>;

export interface Installation {
  firstAdministrator?: InstallationEvent['data'];
}

export const installation: Evolution<Installation, InstallationEvent> = {
  initialState: {},
  evolve(state, event) {
    switch (event.type) {
      case 'FirstAdministratorNamed':
        return { ...state, firstAdministrator: event.data };
    }
  },
};
