import type { EventStore } from '@riggen/event-store';
import type { EventStream } from '@riggen/messaging';
import type { Sql } from './checkpoints.js';
import { type EventConsumer, LiveConsumer } from './live-consumer.js';
import { passingOver } from './passing-over.js';

/**
 * Keeps the consumers of one service up to date until `signal` aborts. The service has one durable consumer in JetStream: an
 * event is read once, handed to all, and acknowledged when all have taken care of it.
 */
export async function runConsumers(
  schema: string,
  consumers: EventConsumer[],
  { sql, store, stream, onError }: { sql: Sql; store: EventStore; stream: EventStream; onError(error: unknown): void },
  signal: AbortSignal,
): Promise<void> {
  if (!consumers.length) return;
  const passOver = passingOver(sql, schema);
  const live = consumers.map((consumer) => new LiveConsumer(consumer, sql, store, passOver, onError));
  const consuming = stream.consume(
    schema,
    (received) => {
      let waiting = live.length;
      const ack = () => {
        waiting -= 1;
        if (!waiting) received.ack();
      };
      for (const consumer of live) consumer.receive({ ...received, ack });
    },
    signal,
  );
  await Promise.all([consuming, ...live.map((consumer) => consumer.run(signal))]);
}
