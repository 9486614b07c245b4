import {
  type EventOf,
  type trainerBooked,
  type trainerCapacitySet,
  type trainerQualified,
  type trainerReleased,
} from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each trainer: it owns the trainer's days, and what the trainer may teach. */
export const trainerStream = (trainerId: string): string => `trainer-${trainerId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type TrainerEvent =
  | EventOf<typeof trainerQualified>
  | EventOf<typeof trainerCapacitySet>
  | EventOf<typeof trainerBooked>
  | EventOf<typeof trainerReleased>;

export type Booking = EventOf<typeof trainerBooked>['data'];

export interface Trainer {
  /** The modules that may be taught, by programme. */
  qualified: ReadonlyMap<string, readonly string[]>;
  /** Days that can be booked, by year. */
  capacity: ReadonlyMap<number, EventOf<typeof trainerCapacitySet>['data']>;
  /** By gathering. */
  bookings: ReadonlyMap<string, Booking>;
}

export const trainer: Evolution<Trainer, TrainerEvent> = {
  initialState: { qualified: new Map(), capacity: new Map(), bookings: new Map() },
  evolve(state, event) {
    switch (event.type) {
      case 'TrainerQualified':
        return { ...state, qualified: new Map(state.qualified).set(event.data.programmeId, event.data.moduleIds) };
      case 'TrainerCapacitySet':
        return { ...state, capacity: new Map(state.capacity).set(event.data.year, event.data) };
      case 'TrainerBooked':
        return { ...state, bookings: new Map(state.bookings).set(event.data.gatheringId, event.data) };
      case 'TrainerReleased': {
        const bookings = new Map(state.bookings);
        bookings.delete(event.data.gatheringId);
        return { ...state, bookings };
      }
    }
  },
};

export const bookedDays = ({ days, travelDays }: Pick<Booking, 'days' | 'travelDays'>): string[] => [...days, ...travelDays];
