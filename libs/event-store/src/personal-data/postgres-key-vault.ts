import { createHmac, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import { openPool } from '../postgres/connections.js';
import { type ErasureEvent, type KeyVault, PersonIsErased } from './key-vault.js';
import { decrypt, derivedKey, encrypt, newKey } from './seal.js';

const schema = `
create schema if not exists person_keys;
create table if not exists person_keys.keys (
  person_id text collate "C" primary key,
  wrapped bytea not null,
  made_at timestamptz not null default now()
);
create table if not exists person_keys.erasures (
  person_id text collate "C" primary key,
  event jsonb not null,
  destroyed_at timestamptz not null default now()
);
create table if not exists person_keys.master_key (
  check_value bytea not null,
  singleton boolean primary key default true check (singleton)
);
`;

/** Where the keys of persons are, and the key that they are wrapped with (32 bytes in hex). */
export interface PersonKeysAddress {
  databaseUrl: string;
  masterKey: string;
}

/** Reads from the environment where the keys are; beside the read models where nothing else is said. Throws with what is wrong. */
export function personKeysFromEnvironment(databaseUrl: string, env: NodeJS.ProcessEnv = process.env): PersonKeysAddress {
  const masterKey = env['PERSON_KEYS_MASTER_KEY'] ?? '';
  if (/^[0-9a-f]{64}$/i.test(masterKey)) return { databaseUrl: env['PERSON_KEYS_DATABASE_URL'] || databaseUrl, masterKey };
  throw new Error('PERSON_KEYS_MASTER_KEY must be 32 bytes in hex, such as openssl rand -hex 32 makes.');
}

/** The keys of persons as they are wrapped (person, hex), and the ledger (person, event, time of destruction). */
export interface KeyCopy {
  masterKeyCheck: string;
  keys: [string, string][];
  erasures: [string, ErasureEvent, string][];
}

/** Raised when the master key is not the one that the keys of this database were wrapped with. */
export class WrongMasterKey extends Error {}

/** The keys of persons in a PostgreSQL schema of their own, or a database of its own, each wrapped by the master key. */
export class PostgresKeyVault implements KeyVault {
  private constructor(
    private readonly pool: pg.Pool,
    private readonly wrappingKey: Buffer,
  ) {}

  /** Prepares the tables. Throws WrongMasterKey. */
  static async open({ databaseUrl, masterKey }: PersonKeysAddress, { max = 2 } = {}): Promise<PostgresKeyVault> {
    const pool = openPool({ connectionString: databaseUrl, max, application_name: 'riggen person keys' });
    const master = Buffer.from(masterKey, 'hex');
    try {
      await pool.query(`begin; select pg_advisory_xact_lock(hashtext('riggen.person_keys.schema')); ${schema} commit;`);
      await requireSameMasterKey(pool, createHmac('sha256', derivedKey(master, 'check')).update('riggen').digest());
    } catch (error) {
      await pool.end();
      throw error;
    }
    return new PostgresKeyVault(pool, derivedKey(master, 'wrapping'));
  }

  async keysFor(personIds: string[]): Promise<Map<string, Buffer>> {
    const ids = [...new Set(personIds)].sort();
    const known = await this.keysOf(ids);
    const missing = ids.filter((id) => !known.has(id));
    if (!missing.length) return known;
    await this.holdingPersons(missing, async (client) => {
      const wrapped = missing.map((id) => encrypt(this.wrappingKey, id, newKey()));
      await client.query(
        `insert into person_keys.keys (person_id, wrapped) select id, key from unnest($1::text[], $2::bytea[]) as made (id, key)
         where not exists (select from person_keys.erasures where person_id = id) on conflict do nothing`,
        [missing, wrapped],
      );
    });
    const keys = await this.keysOf(ids);
    const erased = ids.find((id) => !keys.has(id));
    if (erased !== undefined) throw new PersonIsErased(erased);
    return keys;
  }

  async keysOf(personIds: string[]): Promise<Map<string, Buffer>> {
    if (!personIds.length) return new Map();
    const { rows } = await this.pool.query<{ person_id: string; wrapped: Buffer }>(
      'select person_id, wrapped from person_keys.keys where person_id = any($1)',
      [[...new Set(personIds)]],
    );
    return new Map(rows.map(({ person_id, wrapped }) => [person_id, decrypt(this.wrappingKey, person_id, wrapped)]));
  }

  async erasedAmong(personIds: string[]): Promise<Set<string>> {
    if (!personIds.length) return new Set();
    const { rows } = await this.pool.query<{ person_id: string }>(
      'select person_id from person_keys.erasures where person_id = any($1)',
      [[...new Set(personIds)]],
    );
    return new Set(rows.map(({ person_id }) => person_id));
  }

  async destroy(personId: string, because: ErasureEvent): Promise<void> {
    await this.holdingPersons([personId], async (client) => {
      await client.query('insert into person_keys.erasures (person_id, event) values ($1, $2) on conflict do nothing', [personId, because]);
      await client.query('delete from person_keys.keys where person_id = $1', [personId]);
    });
  }

  /** The whole ledger, in the order of destruction. */
  async erasures(): Promise<{ personId: string; event: ErasureEvent; destroyedAt: string }[]> {
    const { rows } = await this.pool.query<{ personId: string; event: ErasureEvent; destroyedAt: Date }>(
      `select person_id as "personId", event, destroyed_at as "destroyedAt" from person_keys.erasures order by destroyed_at, person_id`,
    );
    return rows.map((row) => ({ ...row, destroyedAt: row.destroyedAt.toISOString() }));
  }

  /** All keys, wrapped as they are, and the whole ledger: for a copy that is kept apart from the backups of events. */
  async copy(): Promise<KeyCopy> {
    const { rows } = await this.pool.query<{ copy: KeyCopy }>(
      `select json_build_object(
         'masterKeyCheck', (select encode(check_value, 'hex') from person_keys.master_key),
         'keys', (select coalesce(json_agg(json_build_array(person_id, encode(wrapped, 'hex')) order by person_id), '[]') from person_keys.keys),
         'erasures', (select coalesce(json_agg(json_build_array(person_id, event, destroyed_at) order by destroyed_at), '[]') from person_keys.erasures)
       ) as copy`,
    );
    return rows[0]!.copy;
  }

  /** Takes in a copy: its erasures first, and then the keys of those who are not erased. Keys that are there stay. Throws WrongMasterKey. */
  async takeIn({ masterKeyCheck, keys, erasures }: KeyCopy): Promise<void> {
    const { rows } = await this.pool.query<{ check: string }>(`select encode(check_value, 'hex') as check from person_keys.master_key`);
    if (rows[0]!.check !== masterKeyCheck) throw new WrongMasterKey('The keys in the copy are wrapped with another master key than this system has.');
    await this.pool.query(
      `with given as (select entry ->> 0 as person_id, entry -> 1 as event, (entry ->> 2)::timestamptz as destroyed_at from jsonb_array_elements($2::jsonb) as entry),
       recorded as (insert into person_keys.erasures (person_id, event, destroyed_at) select * from given on conflict do nothing),
       erased as (select person_id from given union select person_id from person_keys.erasures),
       destroyed as (delete from person_keys.keys where person_id in (select person_id from given))
       insert into person_keys.keys (person_id, wrapped)
       select entry ->> 0, decode(entry ->> 1, 'hex') from jsonb_array_elements($1::jsonb) as entry
       where entry ->> 0 not in (select person_id from erased) on conflict do nothing`,
      [JSON.stringify(keys), JSON.stringify(erasures)],
    );
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /** Works in a transaction while nobody else makes or destroys the keys of these persons. */
  private async holdingPersons(personIds: string[], work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select pg_advisory_xact_lock(hashtextextended('riggen.person_keys.' || id, 0)) from unnest($1::text[]) as id`, [personIds]);
      await work(client);
      await client.query('commit');
      client.release();
    } catch (error) {
      client.release(true); // without a commit the transaction ends with its connection
      throw error;
    }
  }
}

async function requireSameMasterKey(pool: pg.Pool, check: Buffer): Promise<void> {
  await pool.query('insert into person_keys.master_key (check_value) values ($1) on conflict do nothing', [check]);
  const { rows } = await pool.query<{ check_value: Buffer }>('select check_value from person_keys.master_key');
  if (timingSafeEqual(rows[0]!.check_value, check)) return;
  throw new WrongMasterKey('PERSON_KEYS_MASTER_KEY is not the key that the keys of persons in this database are wrapped with. Put the right one back.');
}
