import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { eventually, freshDatabase } from '../../../../tools/jest/servers.js';
import { type AppendRequest, emptyStream, headOf } from '../event-store.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { readStreams } from './read-log.js';

const request = (stream: string, events = 2): AppendRequest => ({
  stream,
  expected: emptyStream,
  events: Array.from({ length: events }, (_, n) => ({
    ...{ type: 'SomethingHappened', schemaVersion: 1, occurredAt: '2025-03-03T08:00:00.000Z', organisation: {} },
    data: { n },
  })),
  envelope: { commandId: randomUUID(), fingerprint: 'f', correlationId: randomUUID(), actor: { kind: 'system', id: 'specification' } },
});

describe('the event store of several processes on one PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let stores: PostgresEventStore[];

  beforeAll(async () => {
    database = await freshDatabase();
    stores = await Promise.all([1, 2, 3].map(() => PostgresEventStore.open({ connectionString: database.url })));
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });

  it('writes all events of one command or none when processes race for the same streams', async () => {
    const streams = Array.from({ length: 30 }, () => `race-${randomUUID()}`);
    const results = await Promise.all(
      stores.flatMap((store) => streams.map(async (stream) => ({ stream, result: await store.append(request(stream, 3)) }))),
    );
    for (const stream of streams) {
      const won = results.filter((each) => each.stream === stream && each.result.outcome === 'appended');
      const events = await stores[0]!.readStream(stream);
      expect(won).toHaveLength(1);
      expect(events.map(({ version }) => version)).toEqual([1, 2, 3]);
      expect(new Set(events.map(({ commandId }) => commandId)).size).toBe(1);
      expect(won[0]!.result).toMatchObject({ head: headOf(events) });
    }
  });

  it('gives a command that was sent to two processes one effect', async () => {
    const asked = request(`twice-${randomUUID()}`);
    const outcomes = (await Promise.all(stores.map((store) => store.append(asked)))).map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual(['appended', 'duplicate', 'duplicate']);
    expect(await stores[0]!.readStream(asked.stream)).toHaveLength(2);
  });

  it.each([1, 2])('refuses %d events that build on another history of the same length', async (events) => {
    const asked = request(`replaced-${randomUUID()}`, events);
    await stores[0]!.append(asked);
    const other = { version: events, hash: 'ab'.repeat(32) };
    expect(await stores[0]!.append({ ...request(asked.stream, events), expected: other })).toEqual({ outcome: 'conflict' });
    const head = headOf(await stores[0]!.readStream(asked.stream));
    expect(await stores[0]!.append({ ...request(asked.stream, events), expected: head })).toMatchObject({ outcome: 'appended' });
  });

  it('holds readers back before a transaction that is still open', async () => {
    const [store] = stores as [PostgresEventStore];
    const size = await store.size();
    await eventually(() => store.readRecords('', 10_000), ({ length }) => length === size);
    const before = await store.lastPosition();
    const open = new pg.Client({ connectionString: database.url });
    await open.connect();
    await open.query('begin');
    await open.query(
      `insert into event_store.events (stream, version, event_id, command_id, ordinal, type, recorded_at, fingerprint, body, hash)
       values ('in-flight', 1, gen_random_uuid(), gen_random_uuid(), 0, 'SomethingHappened', now(), 'f', '{"stream":"in-flight"}', sha256('in-flight'))`,
    );
    const later = request(`later-${randomUUID()}`, 1);
    await store.append(later);
    expect(await store.readAll(before, 100)).toEqual([]);
    await open.query('commit');
    await open.end();
    // Any open transaction of the cluster holds readers back, those of other specifications too.
    const read = await eventually(() => store.readAll(before, 100), (events) => events.length > 1);
    expect(read.map(({ stream }) => stream)).toEqual(['in-flight', later.stream]);
  });

  it('says that a text is no position of the store', async () => {
    await expect(stores[0]!.readAll('yesterday', 1)).rejects.toThrow('"yesterday" is not a position');
  });
});

describe('the plan by which streams are read', () => {
  it('goes by their index also where it was made while the store was empty: it is kept as the store grows', async () => {
    const database = await freshDatabase();
    await (await PostgresEventStore.open({ connectionString: database.url })).close();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${readStreams}`);
    await client.end();
    await database.drop();
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('events_stream_version_key');
    expect(plan).not.toContain('Seq Scan on events');
  });
});
