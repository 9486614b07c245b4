import { afterAll, beforeAll, expect, it, describe } from '@jest/globals';
import { PostgresEventStore, type RecordedEvent } from '@riggen/event-store';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { eventually, freshDatabase, freshNats } from '../../../tools/jest/servers.js';
import { connectNats } from './connection.js';
import { EventStream, type Received } from './event-stream.js';
import { whileLeading } from './leadership.js';
import { relay, RelayCheckpoint } from './relay.js';

/** A stream whose server does not take the third event, once. */
class StreamWithOneFailure extends EventStream {
  private attempts = 0;

  override async publish(...args: Parameters<EventStream['publish']>): Promise<void> {
    this.attempts += 1;
    if (this.attempts === 3) throw new Error('the server did not acknowledge');
    return super.publish(...args);
  }
}

describe('the relay', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let server: Awaited<ReturnType<typeof freshNats>>;
  let nats: Awaited<ReturnType<typeof connectNats>>;
  let store: PostgresEventStore;
  let pool: pg.Pool;

  beforeAll(async () => {
    [database, server] = await Promise.all([freshDatabase(), freshNats()]);
    nats = await connectNats(server, 'specification');
    store = await PostgresEventStore.open({ connectionString: database.url });
    pool = new pg.Pool({ connectionString: database.url, max: 1 });
  });
  afterAll(async () => {
    await nats.close();
    await pool.end();
    await store.close();
    await Promise.all([server.stop(), database.drop()]);
  });

  it('does not pass an event that JetStream has not acknowledged: each arrives once, in order, after the one before', async () => {
    const event = (n: number) => ({ type: 'SomethingHappened', schemaVersion: 1, occurredAt: '2025-03-03T08:00:00.000Z', organisation: {}, data: { n } });
    const envelope = { commandId: randomUUID(), fingerprint: 'f', correlationId: randomUUID(), actor: { kind: 'system', id: 's' } as const };
    await store.append({ stream: 'thing', expected: { version: 0, hash: '' }, events: [1, 2, 3, 4, 5].map(event), envelope });
    const events: RecordedEvent[] = await eventually(() => store.readAll('', 10), ({ length }) => length === 5);

    const checkpoint = new RelayCheckpoint(pool);
    await checkpoint.prepare();
    const stream = new StreamWithOneFailure(nats);
    const received: Received[] = [];
    const stop = new AbortController();
    const publish = (signal: AbortSignal) => relay(store, stream, checkpoint, nats, signal);
    const relaying = whileLeading(database.url, 'relay', publish, stop.signal, () => {});
    const consuming = stream.consume('specification', (delivery) => void (received.push(delivery), delivery.ack()), stop.signal);
    await eventually(async () => new Set(received.map((delivery) => delivery.event.id)).size, (size) => size === 5);
    stop.abort();
    await Promise.all([relaying, consuming]);

    const previous = new Map(received.map((delivery) => [delivery.event.position, delivery.previous]));
    expect(events.map(({ position }) => previous.get(position))).toEqual(['', ...events.slice(0, 4).map(({ position }) => position)]);
    expect(received).toHaveLength(5);
  });
});
