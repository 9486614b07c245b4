import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { gatheringScheduled } from '@riggen/contracts';
import type { DomainEvent } from '@riggen/event-sourcing';
import { headOf, HeadSigner, InMemoryKeyVault, PersonalData, PostgresEventStore, SignedHeads } from '@riggen/event-store';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { eventually, freshDatabase } from '../../../../tools/jest/servers.js';
import { verifyStore } from './verify-store.js';

const scheduled = (number: number) =>
  gatheringScheduled(
    { gatheringId: 'G1', phase: 1, targetGroup: 'aftercare', number, startsOn: '2025-03-03', endsOn: '2025-03-04', days: 2, format: 'physical' },
    { occurredAt: '2025-03-03T08:00:00.000Z' },
  );

describe('verifying the store', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let store: PostgresEventStore;
  let pool: pg.Pool;

  const append = async (stream: string, ...events: DomainEvent[]) => {
    const expected = headOf(await store.readStream(stream));
    const envelope = { commandId: randomUUID(), fingerprint: 'f', correlationId: randomUUID(), actor: { kind: 'system', id: 's' } as const };
    await store.append({ stream, expected, events, envelope });
  };
  /** Any open transaction of the cluster holds readers back, those of other specifications too. */
  const verify = async (events: number, heads?: SignedHeads) =>
    (await eventually(async () => verifyStore(store, new PersonalData(new InMemoryKeyVault()), () => {}, await heads?.check()), (verification) => verification.events === events)).problems;

  beforeEach(async () => {
    database = await freshDatabase();
    store = await PostgresEventStore.open({ connectionString: database.url });
    pool = new pg.Pool({ connectionString: database.url, max: 1 });
    await append('gathering-G1', scheduled(1), scheduled(2), scheduled(3));
    await append('gathering-G2', scheduled(1));
  });
  afterEach(async () => {
    await pool.end();
    await store.close();
    await database.drop();
  });

  it('finds nothing wrong with what was appended', async () => {
    expect(await verify(4)).toEqual([]);
  });

  it('sees that the text of an event was changed, and in no other stream', async () => {
    await pool.query(`update event_store.events set body = replace(body, '"number":2', '"number":7') where version = 2`);
    expect(await verify(4)).toEqual([expect.stringMatching(/gathering-G1 version 2: the hash chain is broken$/)]);
  });

  it('sees that an event was changed together with its hash', async () => {
    await pool.query(`update event_store.events set body = replace(body, '"number":2', '"number":7'),
      hash = sha256((select hash from event_store.events where stream = 'gathering-G1' and version = 1)
        || convert_to(replace(body, '"number":2', '"number":7'), 'UTF8')) where version = 2`);
    expect(await verify(4)).toEqual([expect.stringMatching(/gathering-G1 version 3: the hash chain is broken$/)]);
  });

  it('sees that an event was taken out', async () => {
    await pool.query('delete from event_store.events where version = 2');
    expect(await verify(3)).toEqual([
      expect.stringMatching(/gathering-G1 version 3: follows version 1$/),
      expect.stringMatching(/gathering-G1 version 3: the hash chain is broken$/),
    ]);
  });

  it('sees by its signed heads that events were taken from the end, or changed with a chain made anew', async () => {
    const heads = new SignedHeads(pool, new HeadSigner(randomBytes(32).toString('hex')));
    await heads.prepare();
    await eventually(() => heads.sign(store), (events) => events === 4);
    expect(await verify(4, heads)).toEqual([]);
    await pool.query(`update event_store.events set body = replace(body, '"number":1', '"number":7') where stream = 'gathering-G2'`);
    await pool.query(`update event_store.events set hash = sha256(convert_to(body, 'UTF8')) where stream = 'gathering-G2'`);
    expect(await verify(4)).toEqual([]);
    expect(await verify(4, heads)).toEqual([expect.stringMatching(/^the events up to number 4 are not those that were signed/)]);
    await pool.query(`delete from event_store.events where stream = 'gathering-G2'`);
    expect(await verify(3)).toEqual([]);
    expect(await verify(3, heads)).toEqual([expect.stringMatching(/^4 events were signed at .*, and the store has 3$/)]);
  });

  it('sees that an event was moved to another stream, or its columns changed while its text was not', async () => {
    await pool.query(`update event_store.events set stream = 'gathering-G9' where stream = 'gathering-G2'`);
    await pool.query(`update event_store.events set type = 'GatheringCancelled', recorded_at = '2020-01-01', fingerprint = 'x' where version = 1 and stream = 'gathering-G1'`);
    await pool.query(`update event_store.events set event_id = gen_random_uuid(), command_id = gen_random_uuid(), ordinal = 7 where version = 3`);
    await pool.query(`update event_store.events set version = 4 where version = 2`);
    expect((await verify(4)).map((problem) => problem.replace(/^\S+ (.*?)(: [0-9a-f-]{36})?$/, '$1')).sort()).toEqual([
      'gathering-G1 version 1: is filed under another fingerprint: x',
      'gathering-G1 version 1: is filed under another recordedAt: 2020-01-01T00:00:00.000Z',
      'gathering-G1 version 1: is filed under another type: GatheringCancelled',
      'gathering-G1 version 2: is filed under another version: 4',
      'gathering-G1 version 3: is filed under another commandId',
      'gathering-G1 version 3: is filed under another id',
      'gathering-G1 version 3: is filed under another ordinal: 7',
      'gathering-G2 version 1: is filed under another stream: gathering-G9',
    ]);
  });

  it('sees events that no schema can read', async () => {
    await append('gathering-G3', { ...scheduled(1), type: 'GatheringInvented' });
    await append('gathering-G4', { ...scheduled(1), data: { gatheringId: 'G4' } });
    expect(await verify(6)).toEqual([
      expect.stringMatching(/gathering-G3 version 1: no schema for GatheringInvented version 1$/),
      expect.stringMatching(/gathering-G4 version 1: does not fit the schema of GatheringScheduled version 1/),
    ]);
  });
});
