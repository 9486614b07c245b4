import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PostgresEventStore } from '@riggen/event-store';
import { connectNats, EventStream, relay, RelayCheckpoint } from '@riggen/messaging';
import pg from 'pg';
import { eventually, freshDatabase, freshNats } from '../../../tools/jest/servers.js';
import { loadCheckpoints } from './checkpoints.js';
import { askForReplay, countReplays, loadParked } from './parked-events.js';
import type { Projection } from './projection.js';
import { ProjectionHost } from './projection-host.js';
import { happen, Tally, tallyProjection } from './projections.fixture.js';
import { compareWithStore, rebuildProjection } from './rebuild.js';

describe('projections over JetStream and the store', () => {
  let server: Awaited<ReturnType<typeof freshNats>>;
  let nats: Awaited<ReturnType<typeof connectNats>>;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let store: PostgresEventStore;
  let pool: pg.Pool;
  let checkpoint: RelayCheckpoint;
  const hosts: ProjectionHost[] = [];
  const errors: unknown[] = [];

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
  });
  afterEach(async () => {
    await Promise.all(hosts.splice(0).map((host) => host.close()));
    await pool.end();
    await store.close();
    await database.drop();
  });

  const open = async (projection = tallyProjection(), { live = true, others = [] as Projection[] } = {}) => {
    const stream = new EventStream(nats);
    const onError = (error: unknown) => void errors.push(error);
    const host = await ProjectionHost.open({
      ...{ databaseUrl: database.url, schema: 'spec', projections: [projection, ...others], store, stream, onError },
    });
    hosts.push(host);
    if (live) host.start();
    return host;
  };
  const relaying = async (work: () => Promise<void>) => {
    const stop = new AbortController();
    const running = relay(store, new EventStream(nats), checkpoint, nats, stop.signal);
    await work();
    stop.abort();
    await running;
  };
  const tallies = async (host: ProjectionHost) =>
    Object.fromEntries((await host.tables.manager.find(Tally)).map(({ name, count }) => [name, count]));

  it('counts each event once, from JetStream', async () => {
    const host = await open();
    await relaying(async () => {
      let last = '';
      for (let n = 0; n < 50; n += 1) last = await happen(store, `thing-${n % 5}`, n % 2 ? 'odd' : 'even');
      expect(await host.reach(last, ['tally'], 10_000)).toBe(true);
    });
    expect(await tallies(host)).toEqual({ odd: 25, even: 25 });
  });

  it('counts each event once when the relay has lost its checkpoint and publishes all of them again', async () => {
    const host = await open();
    const last = await happen(store, 'thing', 'a');
    await relaying(async () => void (await host.reach(last, ['tally'], 10_000)));
    await pool.query("update relay.checkpoint set position = ''");
    await relaying(async () => void (await host.reach(await happen(store, 'thing', 'b'), ['tally'], 10_000)));
    expect(await tallies(host)).toEqual({ a: 1, b: 1 });
  });

  it('reads from the store what JetStream never delivered', async () => {
    const host = await open();
    const last = await happen(store, 'thing', 'unpublished');
    expect(await host.reach(last, ['tally'], 10_000)).toBe(true);
    expect(await tallies(host)).toEqual({ unpublished: 1 });
  });

  it('sees by the position before an event that JetStream left one out, and reads it from the store', async () => {
    const host = await open();
    await relaying(async () => void (await host.reach(await happen(store, 'thing', 'a'), ['tally'], 10_000)));
    await pool.query("update relay.checkpoint set position = 'held'"); // nothing is relayed meanwhile
    const skipped = await happen(store, 'thing', 'left out');
    await pool.query('update relay.checkpoint set position = $1', [skipped]);
    await relaying(async () => void (await host.reach(await happen(store, 'thing', 'b'), ['tally'], 10_000)));
    expect(await tallies(host)).toEqual({ a: 1, 'left out': 1, b: 1 });
  });

  it('passes over events that do not concern a read model, and is as far as they are', async () => {
    const idle = ['idle-1', 'idle-2'].map((name) => ({ ...tallyProjection(), name, entities: [], events: ['SomethingElse'] }));
    const names = ['tally', 'idle-1', 'idle-2'];
    const host = await open(tallyProjection(), { others: idle });
    await relaying(async () => {
      await happen(store, 'thing', 'poison', 'NobodyTakesThis');
      expect(await host.reach(await happen(store, 'thing', 'a'), names, 10_000)).toBe(true);
    });
    expect(await host.reach(await happen(store, 'thing', 'poison', 'NobodyTakesThis'), names, 10_000)).toBe(true); // from the store
    expect(await tallies(host)).toEqual({ a: 1 });
    expect(await loadParked(host.tables, 'spec')).toEqual([]);
    const shadow = { databaseUrl: database.url, schema: 'spec', projection: tallyProjection(), store };
    await rebuildProjection(shadow);
    expect(await tallies(host)).toEqual({ a: 1 });
  });

  it('sees that a read model to which an event means nothing was moved elsewhere, and goes on from there', async () => {
    const host = await open(tallyProjection(), { others: [{ ...tallyProjection(), name: 'idle', entities: [], events: ['SomethingElse'] }] });
    await host.reach(await happen(store, 'thing', 'a'), ['tally', 'idle'], 10_000);
    await pool.query("update spec.projection_checkpoints set position = '' where name = 'idle'");
    await relaying(async () => expect(await host.reach(await happen(store, 'thing', 'b'), ['tally', 'idle'], 10_000)).toBe(true));
    expect(await tallies(host)).toEqual({ a: 1, b: 1 });
  });

  it('has one process at work, and another takes over', async () => {
    const first = await open();
    const second = await open();
    await first.reach(await happen(store, 'thing', 'a'), ['tally'], 10_000);
    hosts.splice(hosts.indexOf(first), 1);
    await first.close();
    const last = await happen(store, 'thing', 'a');
    expect(await second.reach(last, ['tally'], 15_000)).toBe(true);
    expect(await tallies(second)).toEqual({ a: 2 });
  });

  it('parks a poison event and what follows it in its stream, and goes on with the others', async () => {
    const host = await open();
    await happen(store, 'ill', 'before');
    await happen(store, 'ill', 'poison');
    await happen(store, 'well', 'a');
    await happen(store, 'ill', 'after');
    const last = await happen(store, 'well', 'b');
    expect(await host.reach(last, ['tally'], 10_000)).toBe(true);
    expect(await tallies(host)).toEqual({ before: 1, a: 1, b: 1 });
    const parked = await loadParked(host.tables, 'spec');
    expect(parked.map(({ stream, reason }) => ({ stream, reason }))).toEqual([
      { stream: 'ill', reason: 'Error: this event is poison' },
      { stream: 'ill', reason: 'waits behind an earlier event of its stream' },
    ]);
    expect(await host.status()).toEqual([{ name: 'spec.tally', position: last, lagSeconds: 0, parked: 2 }]);
  });

  it('tells how long the oldest event has been waiting that is not applied', async () => {
    const host = await open(tallyProjection(), { live: false });
    await happen(store, 'thing', 'a');
    const [waiting] = await eventually(() => host.status(), ([status]) => status!.lagSeconds > 0.2);
    expect(waiting).toMatchObject({ name: 'spec.tally', parked: 0 });
    host.start();
    await eventually(() => host.status(), ([status]) => status!.lagSeconds === 0);
  });

  it('applies parked events when it is rebuilt after a fix', async () => {
    const poison = { active: true };
    const host = await open(tallyProjection(1, poison));
    await happen(store, 'ill', 'poison');
    await host.reach(await happen(store, 'ill', 'after'), ['tally'], 10_000);
    poison.active = false;
    await rebuildProjection({ databaseUrl: database.url, schema: 'spec', projection: tallyProjection(1, poison), store });
    expect(await tallies(host)).toEqual({ poison: 1, after: 1 });
    await host.reach(await happen(store, 'ill', 'later'), ['tally'], 10_000);
    expect(await tallies(host)).toEqual({ poison: 1, after: 1, later: 1 });
    expect(await loadParked(host.tables, 'spec')).toEqual([]);
  });

  it('applies parked events again when asked after a fix, each once and in the order of its stream', async () => {
    const poison = { active: true };
    const host = await open(tallyProjection(1, poison));
    for (const name of ['before', 'poison', 'after', 'after']) await happen(store, 'ill', name);
    await host.reach(await happen(store, 'well', 'a'), ['tally'], 10_000);
    const replayed = async () => {
      expect(await askForReplay(host.tables, 'spec', 'tally')).toBe(3);
      await eventually(() => countReplays(host.tables, 'spec', 'tally'), (asked) => asked === 0);
      return (await loadParked(host.tables, 'spec')).map(({ reason }) => reason);
    };
    expect(await replayed()).toEqual(['Error: this event is poison', ...Array(2).fill('waits behind an earlier event of its stream')]);
    expect(await tallies(host)).toEqual({ before: 1, a: 1 });
    poison.active = false;
    expect(await replayed()).toEqual([]);
    await host.reach(await happen(store, 'ill', 'later'), ['tally'], 10_000);
    expect(await tallies(host)).toEqual({ before: 1, a: 1, poison: 1, after: 2, later: 1 });
    expect(await compareWithStore({ databaseUrl: database.url, schema: 'spec', projection: tallyProjection(1, poison), store })).toEqual([]);
  });

  it('is rebuilt while it runs and loses nothing that happens meanwhile', async () => {
    const host = await open();
    const writing = (async () => {
      let last = '';
      for (let n = 0; n < 150; n += 1) last = await happen(store, `thing-${n}`, 'a');
      return last;
    })();
    const rebuilding = rebuildProjection({ databaseUrl: database.url, schema: 'spec', projection: tallyProjection(), store });
    const [last] = await Promise.all([writing, rebuilding]);
    expect(await host.reach(last, ['tally'], 15_000)).toBe(true);
    expect(await tallies(host)).toEqual({ a: 150 });
    expect(await compareWithStore({ databaseUrl: database.url, schema: 'spec', projection: tallyProjection(), store })).toEqual([]);
  });

  it('rebuilds itself when its version has changed', async () => {
    const old = await open();
    await old.reach(await happen(store, 'thing', 'a'), ['tally'], 10_000);
    await old.tables.query('update spec.tally set count = 99');
    const renewed = await open(tallyProjection(2), { live: false });
    expect(await tallies(renewed)).toEqual({ a: 1 });
    expect(await loadCheckpoints(renewed.tables, 'spec')).toMatchObject([{ name: 'tally', version: 2 }]);
  });

  it('shows rows that differ from what the store gives', async () => {
    const host = await open();
    await host.reach(await happen(store, 'thing', 'a'), ['tally'], 10_000);
    await host.tables.query('update spec.tally set count = 99');
    const differences = await compareWithStore({ databaseUrl: database.url, schema: 'spec', projection: tallyProjection(), store });
    expect(differences).toEqual(['spec."tally": 1 rows only live, 1 rows only rebuilt']);
  });

  it('carries on when the database cuts its connections', async () => {
    const host = await open();
    await host.reach(await happen(store, 'thing', 'a'), ['tally'], 10_000);
    await pool.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    const last = await eventually(() => happen(store, 'thing', 'a').catch(() => undefined), (position) => position !== undefined);
    expect(await eventually(() => host.reach(last!, ['tally'], 500).catch(() => false), (reached) => reached)).toBe(true);
    expect(await tallies(host)).toEqual({ a: 2 });
  });
});
