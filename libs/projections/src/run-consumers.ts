import type { EventStore } from '@riggen/event-store';
import type { EventStream, Received } from '@riggen/messaging';
import type { MoveCheckpoint } from './checkpoint-moves.js';
import type { Sql } from './checkpoints.js';
import { type EventConsumer, LiveConsumer } from './live-consumer.js';

/** The least time from one handing out to the next, in milliseconds: events that come one by one are gathered, the first is not kept waiting. */
const interval = 25;

/**
 * Keeps the consumers of one service up to date until `signal` aborts. The service has one durable consumer in JetStream: an
 * event is read once, handed to all at the same time, and acknowledged when all have taken care of it.
 */
export async function runConsumers(
  schema: string,
  consumers: EventConsumer[],
  { sql, move, store, stream, onError }: { sql: Sql; move: MoveCheckpoint; store: EventStore; stream: EventStream; onError(error: unknown): void },
  signal: AbortSignal,
): Promise<void> {
  if (!consumers.length) return;
  const live = consumers.map((consumer) => new LiveConsumer(consumer, sql, store, move, onError));
  const gathered: Received[] = [];
  let handedOut = 0;
  const handOut = () => {
    handedOut = performance.now();
    const events = gathered.splice(0).map((received) => acknowledgedBy(live.length, received));
    for (const consumer of live) consumer.receive(events);
  };
  const gather = (received: Received) => {
    if (gathered.push(received) === 1) setTimeout(handOut, Math.max(0, handedOut + interval - performance.now()));
  };
  await Promise.all([stream.consume(schema, gather, signal), ...live.map((consumer) => consumer.run(signal))]);
}

/** The delivery, acknowledged when so many have said that they took care of it. */
function acknowledgedBy(count: number, received: Received): Received {
  let waiting = count;
  const ack = () => {
    waiting -= 1;
    if (!waiting) received.ack();
  };
  return { ...received, ack };
}
