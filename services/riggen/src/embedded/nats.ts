import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { cacheDirectory } from './cache.js';
import { lastLogLines, spawnServer, type EmbeddedServer, type EmbeddedServerOptions, type SpawnedServer } from './embedded-server.js';
import { natsProgram } from './nats-program.js';
import { endProcess, processesWorkingIn } from './processes.js';
import { StartProblem } from './start-problem.js';

/** A running NATS server, its address and the token it asks for. */
export interface EmbeddedNats extends EmbeddedServer {
  readonly url: string;
  readonly token: string;
}

/** The server's own word for a free port of its choice. */
const anyPort = -1;
const millisecondsToStop = 20_000;
const millisecondsToRecover = 120_000;

/** Starts a NATS server with JetStream on the store of a home, on a free port with a new token where it has no place yet. */
export async function startEmbeddedNats(
  options: EmbeddedServerOptions & { cache?: string; place?: Pick<EmbeddedNats, 'port' | 'token'> | undefined },
): Promise<EmbeddedNats> {
  const program = await natsProgram({
    cache: options.cache ?? cacheDirectory(options.home),
    say: options.say ?? (() => undefined),
    signal: options.signal,
  });
  const directory = join(options.home, 'nats');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const leftovers = processesWorkingIn(realpathSync(directory), 'nats-server');
  await Promise.all(leftovers.map((identity) => endProcess(identity, { signal: 'SIGTERM', graceMilliseconds: 10_000 })));

  const token = options.place?.token ?? randomBytes(24).toString('hex');
  const portsDirectory = join(directory, 'ports');
  rmSync(portsDirectory, { recursive: true, force: true });
  mkdirSync(portsDirectory, { mode: 0o700 });
  const configuration = writeConfiguration(directory, token, options.place?.port ?? anyPort);
  const logFile = join(options.home, 'log', 'nats.log');
  options.signal?.throwIfAborted();
  const server = await spawnServer({ command: program, args: ['--config', configuration], cwd: directory, logFile });
  options.onSpawn?.(server.identity);
  const stop = () => server.end('SIGTERM', millisecondsToStop);
  try {
    const port = await whenReady(server, portsDirectory, token, options.signal);
    return { process: server.identity, port, url: addressOf(port), token, exited: server.exited, stop };
  } catch (error) {
    await stop();
    if (options.signal?.aborted === true) throw error;
    throw new StartProblem(`NATS did not start: ${plainReason(logFile)} (the whole log: ${logFile})`);
  }
}

/** The token goes in by a file that only this user reads: a command line is open to everyone on the machine. */
function writeConfiguration(directory: string, token: string, port: number): string {
  const file = join(directory, 'server.conf');
  const lines = [
    `listen: "127.0.0.1:${port}"`,
    `ports_file_dir: ${JSON.stringify(join(directory, 'ports'))}`,
    `authorization { token: ${JSON.stringify(token)} }`,
    `jetstream { store_dir: ${JSON.stringify(join(directory, 'store'))} }`,
    'max_payload: 8MB',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return file;
}

async function whenReady(server: SpawnedServer, portsDirectory: string, token: string, signal: AbortSignal | undefined): Promise<number> {
  const deadline = performance.now() + millisecondsToRecover;
  while (server.isRunning() && performance.now() < deadline) {
    signal?.throwIfAborted();
    const port = chosenPort(portsDirectory);
    if (port !== undefined && (await answers(port, token))) return port;
    await sleep(25);
  }
  throw new Error('it ended or did not answer');
}

/** The server chooses its port itself, so that nothing can take it in between, and writes it to a file. */
function chosenPort(portsDirectory: string): number | undefined {
  const file = readdirSync(portsDirectory).find((name) => name.endsWith('.ports'));
  const path = join(portsDirectory, file ?? '');
  if (file === undefined || !existsSync(path)) return undefined;
  const address = /"nats":\s*\[\s*"nats:\/\/[^"]*:(\d+)"/.exec(readFileSync(path, 'utf8'))?.[1];
  return address === undefined ? undefined : Number(address);
}

async function answers(port: number, token: string): Promise<boolean> {
  try {
    const connection = await connect({ servers: addressOf(port), token, reconnect: false, timeout: 2_000 });
    try {
      await (await jetstreamManager(connection)).getAccountInfo();
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
}

function addressOf(port: number): string {
  return `nats://127.0.0.1:${port}`;
}

function plainReason(logFile: string): string {
  const lines = lastLogLines(logFile, 10);
  if (lines.some((line) => /no space left/i.test(line))) return 'the disk is full';
  const reason = lines.findLast((line) => /\[(FTL|ERR)\]/.test(line)) ?? lines.at(-1);
  return reason?.replace(/^.*\[(FTL|ERR)\] /, '') ?? 'it gave no reason';
}
