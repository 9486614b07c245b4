import { PostgresEventStore } from '@riggen/event-store';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { eventually } from '../../../../tools/jest/servers.js';
import { freePort } from '../embedded/embedded-server.js';
import { type EmbeddedNats, startEmbeddedNats } from '../embedded/nats.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/postgres.js';
import { TcpProxy } from './tcp-proxy.fixture.js';

interface Running {
  service: string;
  child: ChildProcess;
  health: string;
}

const root = process.cwd();
const started = ['rollout', 'training', 'training', 'dashboards'];

/** The services whose read models a plant has. */
export const plantServices = [...new Set(started)];

/**
 * Services as processes of their own, one of them twice, on a PostgreSQL with the settings of the product and a NATS, each
 * behind a proxy. A process that ends is started again, as a container is.
 */
export class Plant {
  /** Processes that ended though nobody killed them and they were ready. */
  readonly endedByThemselves: string[] = [];
  readonly pool: pg.Pool;
  private readonly keys = { CALLER_KEY: randomBytes(48).toString('base64url'), PERSON_KEYS_MASTER_KEY: randomBytes(32).toString('hex') };
  private readonly running = new Set<Running>();
  private readonly killed = new Set<ChildProcess>();
  private readonly ready = new Set<ChildProcess>();
  private stopping = false;

  private constructor(
    private readonly home: string,
    private postgres: EmbeddedPostgres,
    private nats: EmbeddedNats,
    readonly toPostgres: TcpProxy,
    readonly toNats: TcpProxy,
    readonly store: PostgresEventStore,
  ) {
    this.pool = new pg.Pool({ connectionString: postgres.url, max: 3 });
    this.pool.on('error', () => {});
  }

  static async start(): Promise<Plant> {
    const home = mkdtempSync(join(tmpdir(), 'riggen-plant-'));
    const [postgres, nats] = await Promise.all([startEmbeddedPostgres({ home }), startEmbeddedNats({ home })]);
    const [toPostgres, toNats] = await Promise.all([TcpProxy.start(() => postgres.port), TcpProxy.start(() => nats.port)]);
    const store = await PostgresEventStore.open({ connectionString: postgres.url, max: 2 });
    const plant = new Plant(home, postgres, nats, toPostgres, toNats, store);
    try {
      for (const service of started) await plant.spawn(service);
      await plant.whenReady();
      return plant;
    } catch (error) {
      await plant.stop();
      throw error;
    }
  }

  /** The address of NATS without a proxy. */
  get natsAddress(): { natsUrl: string; natsToken: string } {
    return { natsUrl: this.nats.url, natsToken: this.nats.token };
  }

  /** Signs who asks. */
  get callerKey(): string {
    return this.keys.CALLER_KEY;
  }

  get databaseUrl(): string {
    return this.postgres.url;
  }

  /** Resolves when every process says that it is ready. */
  async whenReady(): Promise<void> {
    const isReady = ({ health, child }: Running) =>
      fetch(health, { signal: AbortSignal.timeout(2_000) }).then(
        ({ ok }) => ok && Boolean(this.ready.add(child)),
        () => false,
      );
    const all = () => Promise.all([...this.running].map(isReady));
    await eventually(all, (answers) => answers.length === started.length && answers.every(Boolean), 120_000);
  }

  /** Kills the process that leads a task with SIGKILL, if one leads just now. */
  async killLeaderOf(task: string): Promise<void> {
    const { rows } = await this.pool.query<{ name: string }>(
      `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
       where l.locktype = 'advisory' and l.granted and a.application_name like $1`,
      [`riggen leader ${task} pid %`],
    );
    const pid = Number(rows[0]?.name.split(' ').at(-1));
    for (const { child } of this.running) if (child.pid === pid) this.kill(child);
  }

  /** Kills one of the processes of a service with SIGKILL. */
  killOneOf(service: string): void {
    const one = [...this.running].find((running) => running.service === service);
    if (one) this.kill(one.child);
  }

  async killNats(): Promise<void> {
    process.kill(this.nats.process.pid, 'SIGKILL');
    await this.nats.exited;
    this.nats = await startEmbeddedNats({ home: this.home, place: this.nats });
  }

  async killPostgres(): Promise<void> {
    process.kill(this.postgres.process.pid, 'SIGKILL');
    await this.postgres.exited;
    this.postgres = await startEmbeddedPostgres({ home: this.home, port: this.postgres.port });
  }

  /** Sends a signal to every process of a service. */
  signal(service: string, signal: NodeJS.Signals): void {
    for (const running of this.running) if (running.service === service) running.child.kill(signal);
  }

  /** Where the processes of PostgreSQL work. */
  get postgresDirectory(): string {
    return readlinkSync(`/proc/${this.postgres.process.pid}/cwd`);
  }

  /** Runs a command of the command line. */
  riggen(...args: string[]): Promise<{ status: number; stdout: string }> {
    const { natsUrl, natsToken } = this.natsAddress;
    const env = { ...process.env, DATABASE_URL: this.databaseUrl, NATS_URL: natsUrl, NATS_TOKEN: natsToken, ...this.keys, LANG: 'C' };
    return new Promise((resolve) => {
      execFile(process.execPath, [join(root, 'services/riggen/dist/cli.js'), ...args], { env }, (error, stdout) =>
        resolve({ status: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout }),
      );
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    for (const { child } of this.running) child.kill('SIGKILL');
    await Promise.all([this.toPostgres.stop(), this.toNats.stop()]);
    await Promise.all([this.pool.end(), this.store.close()]);
    await Promise.all([this.postgres.stop(), this.nats.stop()]);
    rmSync(this.home, { recursive: true, force: true });
  }

  private async spawn(service: string): Promise<void> {
    const port = await freePort();
    const database = new URL(this.databaseUrl);
    database.port = String(this.toPostgres.port);
    const address = { DATABASE_URL: database.href, NATS_URL: `nats://127.0.0.1:${this.toNats.port}`, NATS_TOKEN: this.nats.token, ...this.keys };
    const clock = new URL('jumping-clock.fixture.mjs', `file://${join(root, 'services/riggen/src/faults/')}`).href;
    const child = spawn(process.execPath, ['--import', clock, join(root, 'services', service, 'dist/main.js')], {
      env: { ...process.env, ...address, PORT: String(port), LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const running = { service, child, health: `http://127.0.0.1:${port}/health/ready` };
    this.running.add(running);
    child.once('exit', (code, signal) => {
      this.running.delete(running);
      if (this.stopping) return;
      if (!this.killed.has(child) && this.ready.has(child)) this.endedByThemselves.push(`${service}: ${signal ?? code}`);
      setTimeout(() => void (this.stopping || this.spawn(service)), 200);
    });
  }

  private kill(child: ChildProcess): void {
    this.killed.add(child);
    child.kill('SIGKILL');
  }
}
