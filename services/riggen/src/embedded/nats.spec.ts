import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { startEmbeddedNats, type EmbeddedNats } from './nats.js';
import { natsProgram } from './nats-program.js';
import { isAlive } from './processes.js';

let home: string;
let server: EmbeddedNats | undefined;

async function started(): Promise<EmbeddedNats> {
  server = await startEmbeddedNats({ home });
  return server;
}

async function connected<Answer>({ url, token }: { url: string; token: string }, work: (connection: NatsConnection) => Promise<Answer>): Promise<Answer> {
  const connection = await connect({ servers: url, token, reconnect: false });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'riggen-nats-'));
});

afterEach(async () => {
  await server?.stop();
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

describe('the embedded NATS', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)('keeps its streams over a stop by %s', async (signal) => {
    const first = await started();
    await connected(first, async (connection) => {
      const manager = await jetstreamManager(connection);
      await manager.streams.add({ name: signal, subjects: [`${signal}.>`] });
      await connection.request(`${signal}.one`, 'kept');
    });
    process.kill(first.process.pid, signal);
    await first.exited;

    const messages = await connected(await started(), async (connection) => {
      const manager = await jetstreamManager(connection);
      return (await manager.streams.info(signal)).state.messages;
    });
    expect(messages).toBe(1);
  });

  it('takes messages of eight megabytes', async () => {
    const largest = await connected(await started(), (connection) => Promise.resolve(connection.info?.max_payload));
    expect(largest).toBe(8 * 1024 * 1024);
  });

  it('asks for a token that stands on no command line', async () => {
    const running = await started();
    await expect(connected({ ...running, token: 'guessed' }, () => Promise.resolve())).rejects.toThrow(/authorization/i);
    expect(readFileSync(`/proc/${running.process.pid}/cmdline`, 'utf8')).not.toContain(running.token);
    expect(statSync(join(home, 'nats', 'server.conf')).mode & 0o777).toBe(0o600);
  });

  it('takes over from a server that a lost launcher left running', async () => {
    const left = await started();
    await started();
    expect(isAlive(left.process)).toBe(false);
  });

  it('says in one line how to get the server when it can be neither found nor fetched', async () => {
    const cache = join(home, 'no-cache');
    mkdirSync(cache);
    const path = process.env['PATH'];
    process.env['PATH'] = '';
    try {
      const finding = natsProgram({ cache, say: () => undefined, directories: [] });
      await expect(finding).rejects.toThrow(/^nats-server is missing and could not be fetched \(.*\): install it with 'apt-get install nats-server', or put it on the PATH\.$/);
    } finally {
      process.env['PATH'] = path;
    }
  });
});
