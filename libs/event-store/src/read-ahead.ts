import { setImmediate } from 'node:timers/promises';
import type { Position, RecordedEvent } from './event-store.js';

/** Events as they came from the store, not yet read, and where they end. */
export interface Unread {
  last: Position;
  length: number;
  /** Reads those from one place to another. */
  events(from: number, to: number): RecordedEvent[];
}

/**
 * Gives batches of at most `size` until there are no more events: while what was fetched is read and used, the store is asked
 * for what follows, so that its work and the reader's go on at the same time.
 */
export async function* readAhead(fetch: (after: Position) => Promise<Unread | undefined>, after: Position, size: number): AsyncGenerator<RecordedEvent[]> {
  let fetched = await fetch(after);
  while (fetched) {
    const { last } = fetched;
    const coming = fetch(last);
    coming.catch(() => {}); // raised when its turn comes
    for (let from = 0; from < fetched.length; from += size) {
      await setImmediate(); // so that the request is on its way, and what comes is taken in, before more is read
      yield fetched.events(from, from + size);
    }
    fetched = (await coming) ?? (await fetch(last)); // something may have come since it was asked for
  }
}

/** Makes batches of a way to read events. */
export const batchesOf = (read: (after: Position) => Promise<RecordedEvent[]>, after: Position, size: number): AsyncGenerator<RecordedEvent[]> =>
  readAhead(
    async (from) => {
      const events = await read(from);
      const last = events.at(-1)?.position;
      return last === undefined ? undefined : { last, length: events.length, events: (begin, end) => events.slice(begin, end) };
    },
    after,
    size,
  );
