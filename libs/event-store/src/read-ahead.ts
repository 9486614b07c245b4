import { setImmediate } from 'node:timers/promises';
import type { Position, RecordedEvent } from './event-store.js';

/** Events as they came from the store, not yet read, and where they end. */
export interface Unread {
  last: Position;
  events(): RecordedEvent[];
}

/**
 * Gives what is fetched, batch by batch, until there is no more: while a batch is read and used, the store is asked for the
 * next, so that its work and the reader's go on at the same time.
 */
export async function* readAhead(fetch: (after: Position) => Promise<Unread | undefined>, after: Position): AsyncGenerator<RecordedEvent[]> {
  for (let fetched = await fetch(after); fetched;) {
    const { last, events } = fetched;
    const coming = fetch(last);
    coming.catch(() => {}); // raised when its turn comes
    await setImmediate(); // so that the request is on its way before more is read
    yield events();
    fetched = (await coming) ?? (await fetch(last)); // something may have come since it was asked for
  }
}

/** The same of a way to read events. */
export const batchesOf = (read: (after: Position) => Promise<RecordedEvent[]>, after: Position): AsyncGenerator<RecordedEvent[]> =>
  readAhead(async (from) => {
    const events = await read(from);
    const last = events.at(-1)?.position;
    return last === undefined ? undefined : { last, events: () => events };
  }, after);
