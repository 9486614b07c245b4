import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedNats } from '../../services/riggen/src/embedded/nats.js';

/** Makes an empty database on the PostgreSQL of the test run; gives its URL and what drops it. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env['RIGGEN_TEST_DATABASE_URL']!;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const onServer = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await onServer(`create database ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, drop: () => onServer(`drop database ${name} with (force)`) };
}

/** Starts a NATS server of its own: the subjects of one specification do not meet those of another. */
export async function freshNats(): Promise<{ natsUrl: string; natsToken: string; stop(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'riggen-nats-'));
  const nats = await startEmbeddedNats({ home });
  const stop = async () => {
    await nats.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { natsUrl: nats.url, natsToken: nats.token, stop };
}

/** Waits until something holds; fails with what it was last when it does not hold in time. */
export async function eventually<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean, patience = 60_000): Promise<Value> {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > deadline) throw new Error(`It did not come to hold in ${patience} ms. Last: ${JSON.stringify(value)?.slice(0, 2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
