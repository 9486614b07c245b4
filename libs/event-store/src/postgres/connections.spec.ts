import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Socket } from 'node:net';
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

  it('breaks off also where nobody waited for a while before', async () => {
    await backend();
    await sleep(500);
    await expect(pool.query('select pg_sleep(60)')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  });

  it.each([
    ['comes', 1],
    ['goes on coming', 70],
  ])('does not break off when an answer %s although the time is over: this process was held, and reads it late', async (_, rows) => {
    const client = await pool.connect();
    const answer = client.query('select repeat(md5(n::text), 300), pg_sleep(0.02) from generate_series(1, $1) n', [rows]);
    (client as unknown as { connection: { stream: Socket } }).connection.stream.emit('timeout');
    expect((await answer).rowCount).toBe(rows);
    client.release();
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
