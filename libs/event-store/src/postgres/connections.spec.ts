import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { freshDatabase } from '../../../../tools/jest/servers.js';
import { openPool } from './connections.js';

describe('a pool whose callers do not wait for ever', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await freshDatabase();
    pool = openPool({ connectionString: database.url, max: 1 }, 300);
  });
  afterAll(async () => {
    await pool?.end();
    await database?.drop();
  });
  const backend = async () => (await pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid;

  it('breaks off when PostgreSQL is silent for too long, and has another connection at the next use', async () => {
    const before = await backend();
    await expect(pool.query('select pg_sleep(60)')).rejects.toMatchObject({ code: 'ETIMEDOUT', message: 'PostgreSQL was silent for 300 ms' });
    expect(await backend()).not.toBe(before);
  });

  it('does not break off a long answer that goes on coming, nor a connection that nobody waits for', async () => {
    const before = await backend();
    const { rowCount } = await pool.query('select repeat(md5(n::text), 300), pg_sleep(0.02) from generate_series(1, 100) n');
    expect(rowCount).toBe(100);
    await sleep(500);
    expect(await backend()).toBe(before);
  });

  it('does not break off when the answer has come while this process was held', async () => {
    const before = await backend();
    const answer = pool.query('select pg_sleep(0.1)');
    await sleep(20);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
    expect((await answer).rowCount).toBe(1);
    expect(await backend()).toBe(before);
  });

  it('gives up connecting to a server that does not answer', async () => {
    const silent = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as { port: number };
    const waiting = openPool({ connectionString: `postgres://riggen@127.0.0.1:${port}/riggen` }, 300);
    await expect(waiting.query('select 1')).rejects.toThrow('Connection terminated due to connection timeout');
    await waiting.end();
    await new Promise((resolve) => silent.close(resolve));
  });
});
