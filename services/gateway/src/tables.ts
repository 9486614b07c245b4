import type pg from 'pg';

/**
 * Makes what the gateway keeps of its own: sessions, and counts of requests. Neither is a truth of the domain; both can be
 * lost. Counts need not survive a crash, so their table writes no log.
 */
export async function prepareTables(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', ['riggen gateway tables']); // replicas may start at once
    await client.query(`
      create schema if not exists gateway;
      create table if not exists gateway.sessions (sid text primary key, sess json not null, expire timestamp(6) not null);
      create index if not exists sessions_by_end on gateway.sessions (expire);
      create unlogged table if not exists gateway.request_counts (key text primary key, points integer not null default 0, expire bigint);
    `);
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', ['riggen gateway tables']).catch(() => undefined);
    client.release();
  }
}
