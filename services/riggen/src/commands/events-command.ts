import { upcast } from '@riggen/contracts';
import type { EventStore, RecordedEvent } from '@riggen/event-store';

export interface EventsRequest {
  stream?: string;
  after?: string;
  limit?: number;
}

const batch = 1_000;

/** The store's events, as the newest versions of their types, in global order, or those of one stream, after a position and at most `limit`. */
export async function* selectedEvents(store: EventStore, { stream, after = '', limit = Infinity }: EventsRequest): AsyncGenerator<RecordedEvent> {
  if (stream !== undefined) {
    const events = (await store.readStream(stream)).filter(({ position }) => position > after);
    yield* events.slice(0, limit).map(upcast);
    return;
  }
  let left = limit;
  let position = after;
  while (left > 0) {
    const events = await store.readAll(position, Math.min(batch, left));
    if (!events.length) return;
    yield* events.map(upcast);
    left -= events.length;
    position = events.at(-1)!.position;
  }
}
