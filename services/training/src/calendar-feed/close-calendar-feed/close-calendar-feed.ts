import { calendarFeedClosed, type closeCalendarFeed } from '@riggen/contracts';
import type { Decision } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { CalendarFeed, CalendarFeedEvent } from '../calendar-feed.js';

/** Closes the feed: its address answers no more. */
export function decideCloseCalendarFeed(
  command: z.infer<typeof closeCalendarFeed.schema>,
  { tokenHash }: CalendarFeed,
  { now }: { now: string },
): Decision<CalendarFeedEvent> {
  return tokenHash === undefined ? [] : [calendarFeedClosed(command, { occurredAt: now })];
}
