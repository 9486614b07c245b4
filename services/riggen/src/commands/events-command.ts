import { upcast } from '@riggen/contracts';
import { categoryOf, type EventStore, type RecordedEvent } from '@riggen/event-store';

export interface EventsRequest {
  stream?: string;
  category?: string;
  after?: string;
  limit?: number;
}

const batch = 1_000;

/** The store's events, as the newest versions of their types, in global order: all, or of one stream or category; after a position and at most `limit`. */
export async function* selectedEvents(
  store: EventStore,
  { stream, category, after = '', limit = Infinity }: EventsRequest,
): AsyncGenerator<RecordedEvent> {
  if (stream !== undefined) {
    const events = (await store.readStream(stream)).filter((event) => event.position > after && (!category || categoryOf(stream) === category));
    yield* events.slice(0, limit).map(upcast);
    return;
  }
  let left = limit;
  if (!left) return;
  for await (const events of store.batches(after, Math.min(batch, left), { ...(category && { category }) })) {
    yield* events.slice(0, left).map(upcast);
    left -= events.length;
    if (left <= 0) return;
  }
}
