import { calendarFeedOpened, type openCalendarFeed } from '@riggen/contracts';
import type { Decision } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { CalendarFeed, CalendarFeedEvent } from '../calendar-feed.js';

/** Opens the feed under a new address; the one before closes with it. */
export function decideOpenCalendarFeed(
  command: z.infer<typeof openCalendarFeed.schema>,
  { tokenHash }: CalendarFeed,
  { now }: { now: string },
): Decision<CalendarFeedEvent> {
  return tokenHash === command.tokenHash ? [] : [calendarFeedOpened(command, { occurredAt: now })];
}
