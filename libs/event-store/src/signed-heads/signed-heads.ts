import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { beginning, type EventStore, type Position } from '../event-store.js';
import { HeadCheck, type HeadSigner, LogDigest, type SignedHead } from './signed-head.js';

const batch = 2_000;
const minutesBetweenHeads = 10;

interface HeadRow {
  events: string;
  position: Position;
  digest: Buffer;
  signed_at: Date;
  signature: Buffer;
}

/** The signed heads of a store's log, in a PostgreSQL schema of their own. A head is only ever added, but where a restore begins anew. */
export class SignedHeads {
  constructor(
    private readonly pool: pg.Pool,
    private readonly signer: HeadSigner,
  ) {}

  /** Makes the table, with the first head of the log, where it is missing. */
  async prepare(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query("begin; select pg_advisory_xact_lock(hashtext('riggen.signed_heads.schema'))");
      const { rows } = await client.query<{ missing: boolean }>("select to_regclass('signed_heads.heads') is null as missing");
      if (rows[0]!.missing) {
        await client.query(`create schema if not exists signed_heads; create table signed_heads.heads (
          events bigint primary key, position text not null, digest bytea not null, signed_at timestamptz not null, signature bytea not null)`);
        await beginHeadsAnew(client, this.signer);
      }
      await client.query('commit');
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** Signs a head over the events that have come since the last; nothing when there are none, or `signal` aborts. Gives how many were read. */
  async sign(store: EventStore, signal?: AbortSignal): Promise<number> {
    const { rows } = await this.pool.query<HeadRow>('select * from signed_heads.heads order by events desc limit 1');
    if (!rows[0]) return 0;
    const last = headOf(rows[0]);
    const log = new LogDigest(last);
    let { position } = rows[0];
    for (let records = await store.readRecords(position, batch); records.length; records = await store.readRecords(position, batch)) {
      records.forEach((record) => log.add(record));
      position = records.at(-1)!.position;
      if (signal?.aborted) return log.events;
    }
    if (log.events > last.events) {
      await insert(this.pool, this.signer.sign({ events: log.events, digest: log.digest(), signedAt: new Date().toISOString() }), position, last);
    }
    return log.events;
  }

  /** Signs every ten minutes until `signal` aborts. */
  async keepSigning(store: EventStore, signal: AbortSignal, onError: (error: unknown) => void): Promise<void> {
    while (!signal.aborted) {
      await this.sign(store, signal).catch(onError);
      await sleep(minutesBetweenHeads * 60_000, undefined, { signal }).catch(() => {});
    }
  }

  /** A check of the log against all heads that there are now. */
  async check(): Promise<HeadCheck> {
    const { rows } = await this.pool.query<HeadRow>('select * from signed_heads.heads order by events').catch(noneWithoutTable);
    return new HeadCheck(rows.map(headOf), this.signer);
  }
}

/** Forgets all heads, because another log takes the place of theirs: in the transaction that does so. */
export async function beginHeadsAnew(client: pg.ClientBase, signer: HeadSigner): Promise<void> {
  await client.query('lock table signed_heads.heads in share row exclusive mode; delete from signed_heads.heads');
  await insert(client, signer.sign({ events: 0, digest: randomBytes(32).toString('hex'), signedAt: new Date().toISOString() }), beginning);
}

function noneWithoutTable(error: Error & { code?: string }): { rows: HeadRow[] } {
  if (error.code === '42P01') return { rows: [] };
  throw error;
}

/** After `last`, where it is given: when that is gone, the log was replaced meanwhile and nothing is added. */
async function insert(client: pg.ClientBase | pg.Pool, head: SignedHead, position: Position, last?: SignedHead): Promise<void> {
  const bytes = (hex: string) => Buffer.from(hex, 'hex');
  await client.query(
    `insert into signed_heads.heads select $1, $2, $3, $4, $5
     where $6::bytea is null or exists (select from signed_heads.heads where digest = $6) on conflict do nothing`,
    [head.events, position, bytes(head.digest), head.signedAt, bytes(head.signature), last ? bytes(last.digest) : null],
  );
}

const headOf = ({ events, digest, signed_at, signature }: HeadRow): SignedHead => ({
  ...{ events: Number(events), digest: digest.toString('hex') },
  ...{ signedAt: signed_at.toISOString(), signature: signature.toString('hex') },
});
