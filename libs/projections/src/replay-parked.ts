import { errorText } from '@riggen/event-store';
import type { EventStore } from '@riggen/event-store';
import { isPassing } from './passing-errors.js';
import type { Sql } from './checkpoints.js';
import type { EventConsumer } from './live-consumer.js';
import { nextReplay, parkAgain } from './parked-events.js';

/**
 * Handles parked events again where that was asked for, stream by stream, each in its order. Where one fails again, its stream
 * stays parked. Throws what will pass, such as the database being away: what is left is still asked for.
 */
export async function replayParked(consumer: EventConsumer, sql: Sql, store: EventStore, signal: AbortSignal): Promise<void> {
  const { schema, name } = consumer;
  while (!signal.aborted) {
    const next = await nextReplay(sql, schema, name);
    if (!next) return;
    const parked = new Set(next.eventIds);
    const events = (await store.readStream(next.stream)).filter(({ id }) => parked.delete(id));
    const [unknown] = parked;
    const failure = unknown ? { eventId: unknown, because: 'the store has no such event' } : await firstFailure(consumer, events);
    if (failure) await parkAgain(sql, schema, name, next.stream, failure.eventId, failure.because);
  }
}

async function firstFailure({ applyParked }: EventConsumer, events: Parameters<EventConsumer['applyParked']>[0][]) {
  for (const event of events) {
    try {
      await applyParked(event);
    } catch (error) {
      if (isPassing(error)) throw error;
      return { eventId: event.id, because: errorText(error) };
    }
  }
  return undefined;
}
