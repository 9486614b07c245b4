import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PostgresEventStore } from '@riggen/event-store';
import { connectNats, EventStream, forgetPublished, relay, RelayCheckpoint, whileLeading } from '@riggen/messaging';
import pg from 'pg';
import { eventually, freshDatabase, freshNats } from '../../../tools/jest/servers.js';
import { voidCheckpoints } from './checkpoints.js';
import { ProjectionHost } from './projection-host.js';
import { happen, nameOf, Tally, tallyProjection } from './projections.fixture.js';

describe('a store that is replaced under its running projections and relay', () => {
  let server: Awaited<ReturnType<typeof freshNats>>;
  let nats: Awaited<ReturnType<typeof connectNats>>;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let store: PostgresEventStore;
  let pool: pg.Pool;
  let checkpoint: RelayCheckpoint;
  let host: ProjectionHost;
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);

  beforeAll(async () => {
    server = await freshNats();
    nats = await connectNats(server, 'specification');
  });
  afterAll(async () => {
    await nats.close();
    await server.stop();
  });
  beforeEach(async () => {
    database = await freshDatabase();
    store = await PostgresEventStore.open({ connectionString: database.url });
    pool = new pg.Pool({ connectionString: database.url, max: 1 });
    checkpoint = new RelayCheckpoint(pool);
    await checkpoint.prepare();
    host = await ProjectionHost.open({
      ...{ databaseUrl: database.url, schema: 'spec', projections: [tallyProjection()], store, stream: new EventStream(nats), onError },
    });
  });
  afterEach(async () => {
    await host.close();
    await pool.end();
    await store.close();
    await database.drop();
  });

  const inTransaction = async (work: (client: pg.PoolClient) => Promise<unknown>) => {
    const client = await pool.connect();
    await client.query('begin');
    await work(client);
    await client.query('commit');
    client.release();
  };
  const renumberStore = () =>
    inTransaction(async (client) => {
      await client.query('update event_store.events set position = default, tx = default');
      await forgetPublished(client);
    });
  /** Three other events, at positions before those of the old ones: such a store came from another cluster. */
  const replaceStore = () =>
    inTransaction(async (client) => {
      await client.query('delete from event_store.events');
      await client.query(
        `insert into event_store.events (tx, stream, version, event_id, command_id, ordinal, type, recorded_at, fingerprint, body, hash)
         select '3'::xid8, 'restored', n, id, id, 0, 'SomethingHappened', now(), 'f', jsonb_build_object(
           'id', id, 'stream', 'restored', 'version', n, 'type', 'SomethingHappened', 'schemaVersion', 1, 'recordedAt', now(), 'occurredAt', now(),
           'actor', '{"kind":"system","id":"s"}'::jsonb, 'organisation', '{}'::jsonb, 'data', '{"name":"restored"}'::jsonb), ''
         from (select n, gen_random_uuid() as id from generate_series(1, 3) n) restored`,
      );
      await forgetPublished(client);
      await voidCheckpoints(client, 'spec');
    });
  const tallies = async () => Object.fromEntries((await host.tables.manager.find(Tally)).map(({ name, count }) => [name, count]));
  /** Names of events as a consumer gets them that begins when the relay has published what there is. */
  const relaying = async (work: (received: string[]) => Promise<void>, replace: () => Promise<void>) => {
    const stop = new AbortController();
    const stream = new EventStream(nats);
    const publish = (signal: AbortSignal) => relay(store, stream, checkpoint, nats, signal);
    const running = whileLeading(database.url, 'relay', publish, stop.signal, onError);
    const published = () => eventually(async () => [(await checkpoint.load()).position, await store.lastPosition()], ([at, last]) => at === last);
    const received: string[] = [];
    try {
      await published();
      await replace();
      await published();
      const durable = `consumer-of-${database.url.split('_').at(-1)}`;
      const consuming = stream.consume(durable, ({ event, ack }) => (received.push(nameOf(event)), ack()), stop.signal);
      await work(received).finally(() => stop.abort());
      await consuming;
    } finally {
      stop.abort();
      await running;
    }
  };

  it('has its read models built anew, idle as they are, and calls nothing fresh before', async () => {
    host.start();
    const old = await happen(store, 'thing', 'old');
    expect(await host.reach(old, ['tally'], 10_000)).toBe(true);
    await replaceStore();
    const restored = await store.lastPosition();
    expect(restored < old).toBe(true);
    expect(await host.reach(restored, ['tally'], 0)).toBe(false);
    expect(await host.reach(restored, ['tally'], 10_000)).toBe(true);
    expect(await tallies()).toEqual({ restored: 3 });
    await host.reach(await happen(store, 'thing', 'new'), ['tally'], 10_000);
    expect(await tallies()).toEqual({ restored: 3, new: 1 });
  });

  it('has its new events published, and only these, by a relay that was idle', async () => {
    await happen(store, 'thing', 'old');
    await relaying(async (received) => {
      await happen(store, 'thing', 'new');
      await eventually(async () => received, (names) => names.includes('new'));
      expect(received).toEqual(['restored', 'restored', 'restored', 'new']);
    }, replaceStore);
  });

  it('has events published again that JetStream has seen at other positions', async () => {
    await happen(store, 'thing', 'kept');
    await relaying(async (received) => void (await eventually(async () => received, ([name]) => name === 'kept')), renumberStore);
  });
});
