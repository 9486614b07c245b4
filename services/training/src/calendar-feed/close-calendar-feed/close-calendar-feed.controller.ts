import { closeCalendarFeed } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { calendarFeed, calendarFeedStream } from '../calendar-feed.js';
import { decideCloseCalendarFeed } from './close-calendar-feed.js';

export const closeCalendarFeedSlice = commandSlice({
  definition: closeCalendarFeed,
  evolution: calendarFeed,
  streamOf: ({ personId }) => calendarFeedStream(personId),
  subject: async ({ personId }) => ({ person: personId }),
  context: async (_, { now }) => ({ now }),
  decide: decideCloseCalendarFeed,
});
