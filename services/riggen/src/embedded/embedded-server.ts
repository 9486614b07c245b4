import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { endProcess, identifyProcess, type ProcessIdentity } from './processes.js';

/** A server that Riggen started and will stop. */
export interface EmbeddedServer {
  readonly process: ProcessIdentity;
  readonly port: number;
  /** Resolves, with how it ended, when the server's process is gone. */
  readonly exited: Promise<string>;
  /** Stops the server cleanly and resolves when it is gone; may be called again. */
  stop(): Promise<void>;
}

/** What every embedded server is started with. */
export interface EmbeddedServerOptions {
  readonly home: string;
  /** Called as soon as the process exists, before it is ready: from then on it would be left behind by a SIGKILL. */
  readonly onSpawn?: (process: ProcessIdentity) => void;
  /** Gives up starting, and ends what was spawned. */
  readonly signal?: AbortSignal;
  /** Tells a person something worth a line. */
  readonly say?: (line: string) => void;
}

/** A process running in a process group of its own, its output in a log file. */
export interface SpawnedServer {
  readonly identity: ProcessIdentity;
  readonly exited: Promise<string>;
  isRunning(): boolean;
  end(signal: NodeJS.Signals, graceMilliseconds: number): Promise<void>;
}

/** Starts a server's process with its output going to a log file. */
export async function spawnServer(options: {
  command: string;
  args: readonly string[];
  cwd: string;
  logFile: string;
  environment?: NodeJS.ProcessEnv;
  account?: { uid: number; gid: number };
}): Promise<SpawnedServer> {
  mkdirSync(dirname(options.logFile), { recursive: true, mode: 0o700 });
  const log = openSync(options.logFile, 'a', 0o600);
  // Detached: Ctrl-C reaches the whole process group of a terminal, and the services must stop before their servers do.
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.environment ?? process.env,
    stdio: ['ignore', log, log],
    detached: true,
    ...options.account,
  });
  closeSync(log);
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal === null ? `exit status ${code}` : `signal ${signal}`));
  });
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const pid = child.pid as number;
  const identity = identifyProcess(pid) ?? { pid, startedAt: 'ended at once' };
  return {
    identity,
    exited,
    isRunning,
    async end(signal, graceMilliseconds) {
      if (isRunning()) await endProcess(identity, { signal, graceMilliseconds });
      await exited;
    },
  };
}

/** A port of the loopback interface that nothing listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port was found');
  return address.port;
}

/** The end of a log file, for the one line that tells why a server did not start. */
export function lastLogLines(logFile: string, count: number): string[] {
  if (!existsSync(logFile)) return [];
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count);
}
