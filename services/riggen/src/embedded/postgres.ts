import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  freePort,
  lastLogLines,
  spawnServer,
  type EmbeddedServer,
  type EmbeddedServerOptions,
  type SpawnedServer,
} from './embedded-server.js';
import { postgresAccount } from './postgres-account.js';
import { postgresPrograms } from './postgres-binaries.js';
import { postgresUser, preparePostgresData, serverEnvironment, type PostgresData } from './postgres-data.js';
import { endProcess, processesWorkingIn } from './processes.js';
import { StartProblem } from './start-problem.js';

/** A running PostgreSQL and the address of Riggen's database in it. */
export interface EmbeddedPostgres extends EmbeddedServer {
  readonly url: string;
}

const databaseName = 'riggen';
const usualSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  // An open transaction holds every reader of the event store back.
  idle_in_transaction_session_timeout: '60s',
  // What a caller has broken off is not worked on, and a session whose caller's machine is gone ends, with its locks.
  client_connection_check_interval: '5s',
  tcp_keepalives_idle: '10',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '3',
  tcp_user_timeout: '25s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  logging_collector: 'off',
  // Details of an error quote values of rows, which can be personal data.
  log_error_verbosity: 'terse',
};
const databaseIsMissing = '3D000';
const passwordIsWrong = '28P01';
const millisecondsToStop = 20_000;
const millisecondsToRecover = 300_000;

/** Starts PostgreSQL 18 on the data of a home, making them on the first start; on a free port where none is asked for. */
export async function startEmbeddedPostgres(
  options: EmbeddedServerOptions & { port?: number | undefined; settings?: Readonly<Record<string, string>> },
): Promise<EmbeddedPostgres> {
  const say = options.say ?? (() => undefined);
  const account = postgresAccount();
  const programs = await postgresPrograms({ home: options.home, account, say });
  const data = await preparePostgresData({ home: options.home, programs, account, say, signal: options.signal });
  await endLeftoverServer(data.directory);

  const logFile = join(options.home, 'log', 'postgres.log');
  const settings = Object.entries({ ...usualSettings, ...options.settings });
  for (let attempt = 1; ; attempt++) {
    options.signal?.throwIfAborted();
    const port = options.port ?? (await freePort());
    const server = await spawnServer({
      command: join(programs, 'postgres'),
      args: ['-D', data.directory, '-p', String(port), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      cwd: '/',
      environment: serverEnvironment(),
      logFile,
      account,
    });
    options.onSpawn?.(server.identity);
    const url = databaseUrl(port, data);
    const stop = () => server.end('SIGINT', millisecondsToStop);
    try {
      if (await isReady(server, url, options.signal)) return { process: server.identity, port, url, exited: server.exited, stop };
    } catch (error) {
      await stop();
      throw error;
    }
    await stop();
    const reason = lastLogLines(logFile, 8).join('\n');
    if (attempt < 5 && /Address already in use/.test(reason)) continue;
    throw new StartProblem(`PostgreSQL did not start: ${plainReason(reason)} (the whole log: ${logFile})`);
  }
}

/** Makes an empty database beside the one of the address, and answers its own address. */
export async function createDatabase(url: string, name: string): Promise<string> {
  await withClient(url, (client) => client.query(`create database ${client.escapeIdentifier(name)}`));
  return addressOf(url, name);
}

/** A server or its children can outlive a launcher killed with SIGKILL, and a pid file can name a pid that is used again. */
async function endLeftoverServer(directory: string): Promise<void> {
  const leftovers = processesWorkingIn(realpathSync(directory), 'postgres');
  await Promise.all(leftovers.map((identity) => endProcess(identity, { signal: 'SIGQUIT', graceMilliseconds: 5_000 })));
  rmSync(join(directory, 'postmaster.pid'), { force: true });
}

async function isReady(server: SpawnedServer, url: string, signal: AbortSignal | undefined): Promise<boolean> {
  const deadline = performance.now() + millisecondsToRecover;
  while (server.isRunning()) {
    signal?.throwIfAborted();
    if (performance.now() > deadline) return false;
    if (await hasDatabase(url)) return true;
    await sleep(25);
  }
  return false;
}

/** Whether the database answers; it is made on the first start. */
async function hasDatabase(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === passwordIsWrong) throw new StartProblem('The password kept beside the PostgreSQL data is not theirs; put it back from a backup.');
    if (code !== databaseIsMissing) return false;
    await createDatabase(addressOf(url, 'postgres'), databaseName);
    return true;
  }
}

async function withClient<Answer>(url: string, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function databaseUrl(port: number, { password }: PostgresData): string {
  return `postgres://${postgresUser}:${password}@127.0.0.1:${port}/${databaseName}`;
}

function addressOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

function plainReason(log: string): string {
  if (/No space left on device/.test(log)) return 'the disk is full';
  return /(?:FATAL|PANIC|ERROR): +(.*)/.exec(log)?.[1] ?? log.split('\n').at(-1) ?? 'it gave no reason';
}
