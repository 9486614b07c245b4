import { type EventOf, type serviceUnitRegistered } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each child welfare service. */
export const serviceUnitStream = (serviceId: string): string => `serviceUnit-${serviceId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type ServiceUnitEvent = EventOf<typeof serviceUnitRegistered>;

export interface ServiceUnit {
  registered?: ServiceUnitEvent['data'];
}

export const serviceUnit: Evolution<ServiceUnit, ServiceUnitEvent> = {
  initialState: {},
  evolve(state, event) {
    switch (event.type) {
      case 'ServiceUnitRegistered':
        return { ...state, registered: event.data };
    }
  },
};
