import { setImmediate } from 'node:timers/promises';
import type { Position, RecordedEvent } from './event-store.js';

/** Events as they came from the store, not yet read, and where they end. */
export interface UnreadBatch {
  last: Position;
  events(): RecordedEvent[];
}

/** Gives batch after batch until there is none: while one is read and used, the store is asked for the next. */
export async function* readAhead(fetch: (after: Position) => Promise<UnreadBatch | undefined>, after: Position): AsyncGenerator<RecordedEvent[]> {
  let coming = fetch(after);
  for (let batch = await coming; batch; batch = await coming) {
    coming = fetch(batch.last);
    coming.catch(() => {}); // raised when its turn comes
    await setImmediate(); // so that the request is on its way before the events are read
    yield batch.events();
  }
}

/** Makes batches of a way to read events. */
export const batchesOf = (read: (after: Position) => Promise<RecordedEvent[]>, after: Position): AsyncGenerator<RecordedEvent[]> =>
  readAhead(async (from) => {
    const events = await read(from);
    const last = events.at(-1)?.position;
    return last === undefined ? undefined : { last, events: () => events };
  }, after);
