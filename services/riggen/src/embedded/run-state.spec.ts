import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identifyProcess, isAlive, type ProcessIdentity } from './processes.js';
import { endLeftovers, readRunState, RunStateKeeper } from './run-state.js';

const sleepers: ChildProcess[] = [];
let home: string;

async function sleeper(): Promise<ProcessIdentity> {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  sleepers.push(child);
  await new Promise((resolve) => child.once('spawn', resolve));
  return identifyProcess(child.pid as number) as ProcessIdentity;
}

async function endedProcess(): Promise<ProcessIdentity> {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('spawn', resolve));
  const identity = identifyProcess(child.pid as number) as ProcessIdentity;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  return identity;
}

function recorded(processes: { launcher: ProcessIdentity; postgres: ProcessIdentity; nats: ProcessIdentity }): void {
  const state = {
    url: 'http://localhost:3999',
    port: 3999,
    cliToken: 'token',
    launcher: processes.launcher,
    postgres: { process: processes.postgres, port: 1, url: 'postgres://127.0.0.1:1/riggen' },
    nats: { process: processes.nats, port: 2, url: 'nats://127.0.0.1:2', token: 'token' },
  };
  writeFileSync(join(home, 'run.json'), JSON.stringify(state));
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'riggen-run-state-'));
});

afterEach(() => {
  for (const child of sleepers.splice(0)) child.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

describe('what a killed launcher left behind', () => {
  it('is ended when it is the very process that was recorded', async () => {
    const [launcher, postgres, nats] = [await endedProcess(), await sleeper(), await sleeper()];
    recorded({ launcher, postgres, nats });

    expect(await endLeftovers(home)).toBe(2);
    expect(isAlive(postgres)).toBe(false);
    expect(isAlive(nats)).toBe(false);
  });

  it('is left alone when its number belongs to another process by now', async () => {
    const [launcher, foreign, nats] = [await endedProcess(), await sleeper(), await sleeper()];
    recorded({ launcher, postgres: { ...foreign, startedAt: 'another-boot/1' }, nats });

    expect(await endLeftovers(home)).toBe(1);
    expect(isAlive(foreign)).toBe(true);
    expect(isAlive(nats)).toBe(false);
  });

  it('is nothing in a home that never ran', async () => {
    expect(await endLeftovers(home)).toBe(0);
  });

  it('is not touched while the launcher lives', async () => {
    const [launcher, postgres, nats] = [await sleeper(), await sleeper(), await sleeper()];
    recorded({ launcher, postgres, nats });

    await expect(endLeftovers(home)).rejects.toThrow('Riggen already runs at http://localhost:3999');
    expect(isAlive(postgres)).toBe(true);
    expect(isAlive(nats)).toBe(true);
  });
});

describe('the run state that the command line reads', () => {
  it('is there while the launcher lives, and only then', async () => {
    const [launcher, postgres, nats] = [await sleeper(), await sleeper(), await sleeper()];
    recorded({ launcher, postgres, nats });
    expect(readRunState(home)?.url).toBe('http://localhost:3999');

    recorded({ launcher: { ...launcher, startedAt: 'another-boot/1' }, postgres, nats });
    expect(readRunState(home)).toBeUndefined();
  });

  it('is complete or absent while the servers come up', async () => {
    const keeper = await RunStateKeeper.take(home, { port: 3999, cliToken: 'token' });
    expect(readRunState(home)).toBeUndefined();

    const process = await sleeper();
    keeper.update({ postgres: { process, port: 1, url: 'postgres://127.0.0.1:1/riggen' } });
    keeper.update({ nats: { process } });
    expect(readRunState(home)).toBeUndefined();

    keeper.update({ nats: { process, port: 2, url: 'nats://127.0.0.1:2', token: 'token' } });
    expect(readRunState(home)?.nats.token).toBe('token');

    keeper.release();
    expect(readRunState(home)).toBeUndefined();
  });

  it('can be read by its owner only, for it holds the token', async () => {
    const keeper = await RunStateKeeper.take(home, { port: 3999, cliToken: 'secret' });
    expect(statSync(join(home, 'run.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(home, 'run.json'), 'utf8')).toContain('secret');
    keeper.release();
  });

  it('belongs to one launcher at a time', async () => {
    const keeper = await RunStateKeeper.take(home, { port: 3999, cliToken: 'token' });
    await expect(RunStateKeeper.take(home, { port: 4000, cliToken: 'token' })).rejects.toThrow('already runs at http://localhost:3999');
    keeper.release();
  });

  it('is taken by one of several launchers that wait for the same leftovers to end', async () => {
    recorded({ launcher: await endedProcess(), postgres: await sleeper(), nats: await sleeper() });
    const takes = [1, 2, 3].map((port) => RunStateKeeper.take(home, { port, cliToken: 'token' }));
    const outcomes = await Promise.allSettled(takes);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const taken = outcomes.findIndex(({ status }) => status === 'fulfilled');
    expect(JSON.parse(readFileSync(join(home, 'run.json'), 'utf8'))).toMatchObject({ port: taken + 1 });
  });
});
