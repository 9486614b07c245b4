import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../embedded/embedded-server.js';
import type { RunState } from '../embedded/run-state.js';

const root = process.cwd();
const start = join(root, 'services/riggen/dist/start.js');
const cli = join(root, 'services/riggen/dist/cli.js');

export interface CommandResult {
  status: number;
  stdout: string;
  stderr: string;
}

/** A Riggen in processes of its own, as `npm start` runs it, on a home that it removes in the end. */
export class RunningSystem {
  readonly home = mkdtempSync(join(tmpdir(), 'riggen-system-'));
  port = 0;
  /** What its process has said so far, its log included. */
  output = '';
  private launcher: ChildProcess | undefined;

  constructor(private readonly env: NodeJS.ProcessEnv = { RIGGEN_DEMO: 'none' }) {}

  /** Starts and resolves when the ready line has come; rejects with the output when the process ends before. */
  async start(): Promise<void> {
    this.port ||= await freePort();
    const env = { ...process.env, ...this.env, RIGGEN_HOME: this.home, PORT: String(this.port) };
    const launcher = spawn(process.execPath, [start], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.launcher = launcher;
    this.output = '';
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        this.output += chunk.toString();
        if (this.output.includes(`Riggen is ready at http://localhost:${this.port}\n`)) resolve();
      };
      launcher.stdout.on('data', read);
      launcher.stderr.on('data', read);
      launcher.once('exit', (code) => reject(new Error(`Riggen ended with ${code}: ${this.output}`)));
    });
    await this.doNotWaitForTheDisk();
  }

  /** What survives the end of every process need not survive a power cut here, and two specifications share one disk. */
  private async doNotWaitForTheDisk(): Promise<void> {
    const client = new pg.Client({ connectionString: this.state().postgres.url });
    await client.connect();
    await client.query('alter system set fsync to off');
    await client.query('select pg_reload_conf()');
    await client.end();
  }

  private state(): RunState {
    return JSON.parse(readFileSync(join(this.home, 'run.json'), 'utf8')) as RunState;
  }

  /** Ends every process of the system with SIGKILL, as a power cut would. */
  async killEverything(): Promise<void> {
    const { postgres, nats } = this.state();
    const ended = new Promise((resolve) => this.launcher!.once('exit', resolve));
    for (const pid of [this.launcher!.pid!, postgres.process.pid, nats.process.pid]) process.kill(pid, 'SIGKILL');
    await ended;
  }

  async stop(): Promise<number | null> {
    const launcher = this.launcher!;
    if (launcher.exitCode !== null || launcher.signalCode !== null) return launcher.exitCode;
    const ended = new Promise<number | null>((resolve) => launcher.once('exit', resolve));
    launcher.kill('SIGTERM');
    return ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Runs a command of the command line against this system. */
  riggen(...args: string[]): Promise<CommandResult> {
    return this.beginRiggen(...args).ended;
  }

  beginRiggen(...args: string[]): { process: ChildProcess; ended: Promise<CommandResult> } {
    const env = { ...process.env, RIGGEN_HOME: this.home, LANG: 'C' };
    let child!: ChildProcess;
    const ended = new Promise<CommandResult>((resolve) => {
      child = execFile(process.execPath, [cli, ...args], { env, maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
        resolve({ status: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr }),
      );
    });
    return { process: child, ended };
  }

  async report(): Promise<unknown> {
    return JSON.parse((await this.riggen('report', 'evaluation', '--json')).stdout);
  }
}
