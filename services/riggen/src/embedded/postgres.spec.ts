import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createDatabase, startEmbeddedPostgres, type EmbeddedPostgres } from './postgres.js';
import { isAlive } from './processes.js';

let home: string;
let server: EmbeddedPostgres | undefined;

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function started(): Promise<EmbeddedPostgres> {
  server = await startEmbeddedPostgres({ home });
  return server;
}

function postmasterFile(): string {
  return join(home, 'postgres', 'data', 'postmaster.pid');
}

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'riggen-postgres-'));
});

afterEach(async () => {
  await server?.stop();
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('is PostgreSQL 18 in UTF-8 and UTC, durable, and ends idle transactions', async () => {
    const { url } = await started();
    const [settings] = await query(
      url,
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding,
              current_setting('timezone') as timezone, current_setting('fsync') as fsync, current_setting('max_connections') as connections,
              current_setting('idle_in_transaction_session_timeout') as idle, lower('ÅSNES') as lowered`,
    );
    expect(settings).toEqual({
      major: 18,
      encoding: 'UTF8',
      timezone: 'UTC',
      fsync: 'on',
      connections: '200',
      idle: '1min',
      lowered: 'åsnes',
    });
  });

  it('finds its data at the next start', async () => {
    const first = await started();
    await query(first.url, `create table kept as select 'still here' as text`);
    await first.stop();
    expect(isAlive(first.process)).toBe(false);

    const second = await started();
    expect(await query(second.url, 'select text from kept')).toEqual([{ text: 'still here' }]);
  });

  it('starts after being killed, though its pid file names a living process', async () => {
    const first = await started();
    await query(first.url, `create table committed as select 42 as answer`);
    process.kill(first.process.pid, 'SIGKILL');
    await first.exited;
    const lines = readFileSync(postmasterFile(), 'utf8').split('\n');
    writeFileSync(postmasterFile(), [String(process.ppid), ...lines.slice(1)].join('\n'));

    const second = await started();
    expect(await query(second.url, 'select answer from committed')).toEqual([{ answer: 42 }]);
  });

  it('takes over from a server that a lost launcher left running', async () => {
    const left = await started();
    const next = await started();
    expect(isAlive(left.process)).toBe(false);
    expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('asks for a password that only its owner can read', async () => {
    const { url } = await started();
    const wrong = new URL(url);
    wrong.password = 'guessed';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(home, 'postgres', 'password')).mode & 0o777).toBe(0o600);
  });

  it('makes further databases for tests', async () => {
    const { url } = await started();
    const other = await createDatabase(url, 'another "name"');
    expect(await query(other, 'select current_database() as name')).toEqual([{ name: 'another "name"' }]);
  });

  it('gives up starting when it is told to, leaving no process behind', async () => {
    const stop = new AbortController();
    const spawned: number[] = [];
    const starting = startEmbeddedPostgres({
      home,
      signal: stop.signal,
      onSpawn: ({ pid }) => {
        spawned.push(pid);
        stop.abort();
      },
    });
    await expect(starting).rejects.toThrow();
    expect(spawned.map((pid) => isAlive({ pid, startedAt: '' }))).toEqual([false]);
    expect(() => process.kill(spawned[0] as number, 0)).toThrow('ESRCH');
  });
});
