import { openCalendarFeed } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { calendarFeed, calendarFeedStream } from '../calendar-feed.js';
import { decideOpenCalendarFeed } from './open-calendar-feed.js';

export const openCalendarFeedSlice = commandSlice({
  definition: openCalendarFeed,
  evolution: calendarFeed,
  streamOf: ({ personId }) => calendarFeedStream(personId),
  subject: async ({ personId }) => ({ person: personId }),
  context: async (_, { now }) => ({ now }),
  decide: decideOpenCalendarFeed,
});
