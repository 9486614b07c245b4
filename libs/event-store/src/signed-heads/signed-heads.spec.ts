import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { eventually, freshDatabase } from '../../../../tools/jest/servers.js';
import { emptyStream } from '../event-store.js';
import { PostgresEventStore } from '../postgres/postgres-event-store.js';
import { HeadSigner } from './signed-head.js';
import { beginHeadsAnew, SignedHeads } from './signed-heads.js';

/** Puts another history in place of an event's: its text, and every hash that follows, as whoever writes in the database can. */
const rewrite = (stream: string) => `
  update event_store.events set body = replace(body, '"n":0', '"n":7') where stream = '${stream}';
  update event_store.events set hash = sha256(convert_to(body, 'UTF8')) where stream = '${stream}'`;

describe('the signed heads of a log', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let store: PostgresEventStore;
  let pool: pg.Pool;
  let heads: SignedHeads;
  const signer = new HeadSigner(randomBytes(32).toString('hex'));

  /** Appends an event to each of the streams, which are new. */
  const append = async (...streams: string[]) => {
    for (const stream of streams) {
      const envelope = { commandId: randomUUID(), fingerprint: 'f', correlationId: randomUUID(), actor: { kind: 'system', id: 's' } as const };
      const event = { type: 'SomethingHappened', schemaVersion: 1, occurredAt: '2025-03-03T08:00:00.000Z', organisation: {}, data: { n: 0 } };
      await store.append({ stream, expected: emptyStream, events: [event], envelope });
    }
  };
  /** Any open transaction of the cluster holds readers back, those of other specifications too. */
  const signed = (events: number) => eventually(() => heads.sign(store), (found) => found === events);
  const problems = async (): Promise<string[]> => {
    const check = await heads.check();
    const size = await store.size();
    const records = await eventually(() => store.readRecords('', 1_000), ({ length }) => length === size);
    return [...records.flatMap((record) => check.problemsOf(record)), ...check.problemsAtEnd()];
  };

  beforeEach(async () => {
    database = await freshDatabase();
    store = await PostgresEventStore.open({ connectionString: database.url });
    pool = new pg.Pool({ connectionString: database.url });
    heads = new SignedHeads(pool, signer);
    await heads.prepare();
    await append('a-1', 'a-2');
    await signed(2);
    await append('a-3', 'a-4');
    await signed(4);
    await append('a-5');
  });
  afterEach(async () => {
    clients.splice(0).forEach((one) => one.release(true));
    await pool.end();
    await store.close();
    await database.drop();
  });

  it('fit a log that was only appended to, its unsigned end included', async () => {
    expect(await problems()).toEqual([]);
  });

  it('are added where there is something new only', async () => {
    await signed(5);
    await signed(5);
    const { rows } = await pool.query<{ events: string }>('select events from signed_heads.heads order by events');
    expect(rows.map(({ events }) => Number(events))).toEqual([0, 2, 4, 5]);
  });

  it('are not added by a process that is to stop: it does not read the rest of a long log first', async () => {
    const reads: number[] = [];
    const long = Object.assign(Object.create(store) as PostgresEventStore, {
      readRecords: async (...[after]: Parameters<PostgresEventStore['readRecords']>) => {
        const records = await store.readRecords(after, 1);
        reads.push(records.length);
        return records;
      },
    });
    await append('a-6');
    await eventually(() => store.readRecords('', 10), ({ length }) => length === 6);
    await heads.sign(long, AbortSignal.abort());
    expect(reads).toEqual([1]);
    await signed(6);
    const { rows } = await pool.query<{ events: string }>('select events from signed_heads.heads order by events');
    expect(rows.map(({ events }) => Number(events))).toEqual([0, 2, 4, 6]);
  });

  it('show that a stream was rewritten with a chain that is whole, and between which heads', async () => {
    await pool.query(rewrite('a-3'));
    expect(await problems()).toEqual([expect.stringMatching(/^the events up to number 4 are not those that were signed at \d{4}-/)]);
  });

  it('show that a whole stream, or the end of the log, is gone', async () => {
    await pool.query("delete from event_store.events where stream >= 'a-3'");
    expect(await problems()).toEqual([expect.stringMatching(/^4 events were signed at .*, and the store has 2$/)]);
  });

  it('show that a head was taken out, made up or made anew with another key', async () => {
    await pool.query('delete from signed_heads.heads where events = 2');
    expect(await problems()).toEqual([expect.stringMatching(/^the events up to number 4 are not/)]);
    await pool.query("update signed_heads.heads set digest = sha256('x') where events = 4");
    expect(await problems()).toEqual(['the head of the first 4 events has another signature']);
    await beginHeadsAnew(await client(), new HeadSigner(randomBytes(32).toString('hex')));
    expect(await problems()).toEqual(['the first signed head of the log is missing, or has another signature']);
    await pool.query('drop table signed_heads.heads');
    expect(await problems()).toEqual(['the first signed head of the log is missing, or has another signature']);
  });

  it('begin anew with another log, and a signing that is under way then adds nothing', async () => {
    const replacing = await client();
    await replacing.query('begin');
    await beginHeadsAnew(replacing, signer);
    const signing = heads.sign(store);
    await eventually(
      () => pool.query<{ waits: boolean }>("select exists (select from pg_locks where not granted and relation = 'signed_heads.heads'::regclass) as waits"),
      ({ rows }) => rows[0]!.waits,
    );
    await replacing.query('commit');
    await signing;
    const { rows } = await pool.query<{ events: string }>('select events from signed_heads.heads');
    expect(rows).toEqual([{ events: '0' }]);
    await signed(5);
    expect(await problems()).toEqual([]);
  });

  const clients: pg.PoolClient[] = [];
  const client = async () => {
    clients.push(await pool.connect());
    return clients.at(-1)!;
  };
});
