import type { calendarFeedClosed, calendarFeedOpened, EventOf } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each person: it owns the secret address of the calendar, known by the hash of its token. */
export const calendarFeedStream = (personId: string): string => `calendarFeed-${personId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type CalendarFeedEvent = EventOf<typeof calendarFeedOpened> | EventOf<typeof calendarFeedClosed>;

export interface CalendarFeed {
  tokenHash?: string;
}

export const calendarFeed: Evolution<CalendarFeed, CalendarFeedEvent> = {
  initialState: {},
  evolve(_, event) {
    switch (event.type) {
      case 'CalendarFeedOpened':
        return { tokenHash: event.data.tokenHash };
      case 'CalendarFeedClosed':
        return {};
    }
  },
};
