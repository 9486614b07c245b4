import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InMemoryKeyVault, PersonalData, PostgresEventStore } from '@riggen/event-store';
import { connectNats, EventStream, relay, RelayCheckpoint } from '@riggen/messaging';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, freshDatabase, freshNats } from '../../../tools/jest/servers.js';
import { ProjectionHost } from './projection-host.js';
import { happen, Tally, tallyProjection } from './projections.fixture.js';
import { compareWithStore } from './rebuild.js';

/** A way to JetStream that loses events, doubles them so that the server does not see it, and lets later ones pass. */
class UnreliableStream extends EventStream {
  readonly done = { lost: 0, doubled: 0, delayed: 0 };
  private published = 0;

  override async publish(...[event, previous, epoch]: Parameters<EventStream['publish']>): Promise<void> {
    this.published += 1;
    const turn = this.published % 10;
    if (turn === 3) return void (this.done.lost += 1);
    if (turn === 5 || turn === 8) {
      this.done.delayed += 1;
      await sleep(turn * 10);
    }
    await super.publish(event, previous, epoch);
    if (turn !== 7) return;
    this.done.doubled += 1;
    for (const other of [1, 2]) await super.publish(event, previous, epoch + other * 1_000);
  }
}

describe('events that are lost, doubled, delayed and reordered on their way', () => {
  let server: Awaited<ReturnType<typeof freshNats>>;
  let nats: Awaited<ReturnType<typeof connectNats>>;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let store: PostgresEventStore;
  let pool: pg.Pool;

  beforeAll(async () => {
    [server, database] = await Promise.all([freshNats(), freshDatabase()]);
    nats = await connectNats(server, 'specification');
    store = await PostgresEventStore.open({ connectionString: database.url });
    pool = new pg.Pool({ connectionString: database.url, max: 1 });
  });
  afterAll(async () => {
    await Promise.all([nats.close(), pool.end(), store.close()]);
    await Promise.all([server.stop(), database.drop()]);
  });

  it('count once each in a read model, under 16 writers', async () => {
    const checkpoint = new RelayCheckpoint(pool);
    await checkpoint.prepare();
    const stream = new UnreliableStream(nats);
    const personalData = new PersonalData(new InMemoryKeyVault());
    const read = { databaseUrl: database.url, schema: 'spec', store, personalData };
    const host = await ProjectionHost.open({ ...read, projections: [tallyProjection()], stream: new EventStream(nats), onError: () => {} });
    host.start();
    const stop = new AbortController();
    const relaying = relay(store, stream, checkpoint, nats, stop.signal);
    const write = async (writer: number) => {
      for (let n = 0; n < 20; n += 1) await happen(store, `thing-${writer}-${n % 3}`, `writer-${writer}`);
    };
    await Promise.all(Array.from({ length: 16 }, (_, writer) => write(writer)));
    const last = await eventually(() => store.lastPosition(), (position) => position !== '');
    expect(await host.reach(last, ['tally'], 20_000)).toBe(true);
    const tallies = await eventually(() => host.tables.manager.find(Tally), (rows) => rows.reduce((sum, { count }) => sum + count, 0) >= 320);
    stop.abort();
    await relaying;
    expect(new Map(tallies.map(({ name, count }) => [name, count]))).toEqual(new Map(Array.from({ length: 16 }, (_, writer) => [`writer-${writer}`, 20])));
    expect(await compareWithStore({ ...read, projection: tallyProjection() })).toEqual([]);
    expect(Math.min(...Object.values(stream.done))).toBeGreaterThan(10);
    await host.close();
  });
});
