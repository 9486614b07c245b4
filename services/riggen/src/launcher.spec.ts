import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../tools/jest/servers.js';
import { freePort } from './embedded/embedded-server.js';
import { isAlive, type ProcessIdentity } from './embedded/processes.js';
import { readRunState, type RunState } from './embedded/run-state.js';

const fixture = join(process.cwd(), 'services', 'riggen', 'src', 'launcher.fixture.mjs');

/** A launcher in a process of its own. */
class Launched {
  output = '';
  readonly ended: Promise<number | NodeJS.Signals | null>;
  private readonly child: ChildProcess;

  constructor(port: number, env: NodeJS.ProcessEnv = {}) {
    this.child = spawn(process.execPath, [fixture], {
      env: { ...process.env, RIGGEN_HOME: home, PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    this.ended = new Promise((resolve) => this.child.once('close', (status, signal) => resolve(status ?? signal)));
    launched.push(this);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** The run state once the launcher says that it is ready. */
  async ready(): Promise<RunState> {
    while (!/^Riggen is ready at http:\/\/localhost:\d+$/m.test(this.output)) {
      if (this.child.exitCode !== null) throw new Error(`the launcher ended: ${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return readRunState(home) as RunState;
  }
}

const launched: Launched[] = [];
let home: string;
let port: number;

function living(processes: ProcessIdentity[]): ProcessIdentity[] {
  return processes.filter(isAlive);
}

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'riggen-launcher-'));
  port = await freePort();
});

afterEach(async () => {
  for (const launcher of launched.splice(0)) {
    launcher.kill('SIGTERM');
    await launcher.ended;
  }
  rmSync(home, { recursive: true, force: true });
});

describe('the launcher', () => {
  it('says when it is ready, and stops all it started on SIGTERM', async () => {
    const launcher = new Launched(port);
    const { launcher: self, postgres, nats, url } = await launcher.ready();
    expect(url).toBe(`http://localhost:${port}`);
    expect(await (await fetch(url)).text()).toBe('ok');
    expect(living([self, postgres.process, nats.process])).toHaveLength(3);

    launcher.kill('SIGTERM');
    expect(await launcher.ended).toBe(0);
    expect(launcher.output).toContain('the services stop');
    expect(living([self, postgres.process, nats.process])).toEqual([]);
    expect(existsSync(join(home, 'run.json'))).toBe(false);
  });

  it('loads the demo once', async () => {
    const first = new Launched(port);
    await first.ready();
    expect(first.output).toContain('the demo is loaded');
    first.kill('SIGINT');
    first.kill('SIGINT');
    expect(await first.ended).toBe(0);

    const second = new Launched(port);
    await second.ready();
    expect(second.output).not.toContain('the demo is loaded');
  });

  it('does not load the demo into a home that was first started without it', async () => {
    const first = new Launched(port, { RIGGEN_DEMO: 'none' });
    await first.ready();
    first.kill('SIGTERM');
    await first.ended;
    const second = new Launched(port);
    await second.ready();
    expect(second.output).not.toContain('the demo is loaded');
  });

  it('ends what a SIGKILL left behind and starts again', async () => {
    const killed = new Launched(port);
    const before = await killed.ready();
    killed.kill('SIGKILL');
    await killed.ended;
    expect(living([before.postgres.process, before.nats.process])).toHaveLength(2);
    expect(readRunState(home)).toBeUndefined();

    await new Launched(port).ready();
    expect(living([before.postgres.process, before.nats.process])).toEqual([]);
  });

  it('starts again after SIGKILL of everything', async () => {
    const killed = new Launched(port);
    const before = await killed.ready();
    for (const { pid } of [before.launcher, before.postgres.process, before.nats.process]) process.kill(pid, 'SIGKILL');
    await killed.ended;

    const after = await new Launched(port).ready();
    expect(after.launcher.pid).not.toBe(before.launcher.pid);
  });

  it('starts a server again that is lost, in the same place, and stops it in the end', async () => {
    const launcher = new Launched(port);
    const before = await launcher.ready();
    for (const { pid } of [before.postgres.process, before.nats.process]) process.kill(pid, 'SIGKILL');
    const after = await eventually(
      async () => readRunState(home)!,
      ({ postgres, nats }) => isAlive(postgres.process) && isAlive(nats.process) && postgres.process.pid !== before.postgres.process.pid,
    );
    expect(launcher.output).toMatch(/^PostgreSQL ended unexpectedly \(signal SIGKILL\) and is started again\. Its log: /m);
    expect(launcher.output).toMatch(/^NATS ended unexpectedly \(signal SIGKILL\) and is started again\. Its log: /m);
    expect([after.postgres.url, after.nats.url, after.nats.token]).toEqual([before.postgres.url, before.nats.url, before.nats.token]);
    launcher.kill('SIGTERM');
    expect(await launcher.ended).toBe(0);
    expect(living([after.postgres.process, after.nats.process])).toEqual([]);
  });

  it('stops with one line when a server is lost again and again', async () => {
    const launcher = new Launched(port);
    const killed = new Set<number>();
    const { postgres } = await launcher.ready();
    const killing = setInterval(() => {
      const pid = readRunState(home)?.nats.process.pid;
      if (pid === undefined || killed.has(pid)) return;
      killed.add(pid);
      process.kill(pid, 'SIGKILL');
    }, 50);
    expect(await launcher.ended.finally(() => clearInterval(killing))).toBe(1);
    expect(launcher.output).toMatch(/^NATS (ended unexpectedly \(signal SIGKILL\)|did not start: .*), the 11th time in a row, so Riggen stops\.$/m);
    expect(living([postgres.process])).toEqual([]);
  }, 180_000);

  it('can be stopped while it starts', async () => {
    const launcher = new Launched(port);
    while (!existsSync(join(home, 'run.json'))) await new Promise((resolve) => setTimeout(resolve, 5));
    const processes = () => Object.values(JSON.parse(readFileSync(join(home, 'run.json'), 'utf8')) as Partial<RunState>);
    const started = processes().flatMap((part) => (typeof part === 'object' && 'process' in part ? [part.process] : []));
    launcher.kill('SIGTERM');
    expect(await launcher.ended).toBe(0);
    expect(living(started)).toEqual([]);
    expect(existsSync(join(home, 'run.json'))).toBe(false);
  });

  it('refuses a second start on the same home', async () => {
    await new Launched(port).ready();
    const second = new Launched(await freePort());
    expect(await second.ended).toBe(1);
    expect(second.output).toBe(`Riggen already runs at http://localhost:${port} (RIGGEN_HOME ${home}).\n`);
  });

  it('refuses a port in use before it starts anything', async () => {
    const occupant = createServer().listen(port);
    const launcher = new Launched(port);
    expect(await launcher.ended).toBe(1);
    expect(launcher.output).toBe(`Port ${port} is in use; choose another with PORT=…\n`);
    expect(existsSync(join(home, 'run.json'))).toBe(false);
    await new Promise((resolve) => occupant.close(resolve));
  });
});
