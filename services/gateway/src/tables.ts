import type pg from 'pg';

/**
 * Makes what the gateway keeps of its own: sessions, API tokens and counts of requests. None is a truth of the domain: people
 * sign in again, and tokens are made anew. Counts need not survive a crash, so their table writes no log.
 */
export async function prepareTables(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', ['riggen gateway tables']); // replicas may start at once
    await client.query(`
      create schema if not exists gateway;
      create table if not exists gateway.sessions (sid text primary key, sess json not null, expire timestamp(6) not null);
      create index if not exists sessions_by_end on gateway.sessions (expire);
      create table if not exists gateway.api_tokens (
        id uuid primary key, hash bytea not null unique, name text not null, grants jsonb not null, expires_at timestamptz not null,
        made_by text not null, made_at timestamptz not null default now(), revoked_by text, revoked_at timestamptz
      );
      alter table gateway.api_tokens add column if not exists made_by_identities text[];
      create unlogged table if not exists gateway.request_counts (key text primary key, points integer not null default 0, expire bigint);
    `);
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', ['riggen gateway tables']).catch(() => undefined);
    client.release();
  }
}
