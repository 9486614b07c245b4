import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { allProjections } from '../commands/projections.js';
import { writeRandomFolder } from './random-folder.fixture.js';
import { RunningSystem } from './running-system.fixture.js';

const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);
const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');

interface EventOfBackup {
  id: string;
  stream: string;
  version: number;
}
const eventsIn = (file: string) => linesOf(file).slice(1, -1).map((line) => JSON.parse(line.slice(65)) as EventOfBackup);

describe('a backup of one running system, restored into another', () => {
  const [source, target] = [new RunningSystem(), new RunningSystem()];
  const folder = mkdtempSync(join(tmpdir(), 'riggen-backups-'));
  const rows = join(folder, 'rows');
  let imported = 0;
  const [early, whole, cutOff] = ['early', 'whole', 'cut-off'].map((name) => join(folder, name)) as [string, string, string];

  beforeAll(async () => {
    writeRandomFolder(rows, 11, 24);
    await Promise.all([source.start(), target.start()]);
  }, 180_000);
  afterAll(async () => {
    await Promise.all([source.remove(), target.remove()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('is the beginning of every stream when it is taken during an import', async () => {
    const importing = source.beginRiggen('import', rows);
    await untilProgress(importing.process.stderr!, /importing \d+\/\d+/);
    const { status, stdout } = await source.riggen('backup', early);
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^backed up \d+ events to .*early, \d+ bytes\n$/) });
    const [, accepted] = /^accepted (\d+), unchanged 0, refused 0$/.exec(lastLine((await importing.ended).stdout)!)!;
    imported = Number(accepted);
    expect((await source.riggen('backup', whole)).status).toBe(0);

    const [some, all] = [eventsIn(early), eventsIn(whole)];
    expect(some.length).toBeLessThan(all.length);
    const versions = new Map<string, number>();
    for (const { stream, version } of some) {
      expect(version).toBe((versions.get(stream) ?? 0) + 1);
      versions.set(stream, version);
    }
    const ids = new Set(all.map(({ id }) => id));
    expect(some.every(({ id }) => ids.has(id))).toBe(true);
  }, 180_000);

  it('overwrites nothing and says what is wrong with a file', async () => {
    expect(await source.riggen('backup', whole)).toMatchObject({ status: 1, stdout: '', stderr: `${whole} exists already; a backup overwrites nothing\n` });
    writeFileSync(cutOff, readFileSync(whole));
    truncateSync(cutOff, statSync(whole).size - 1000);
    const before = (await target.riggen('events')).stdout;
    const { status, stdout, stderr } = await target.riggen('restore', cutOff);
    expect({ status, stdout, last: lastLine(stderr) }).toEqual({ status: 1, stdout: '', last: `${cutOff} is not a whole backup of Riggen: unexpected end of file` });
    expect((await target.riggen('events')).stdout === before).toBe(true);
    expect((await target.riggen('restore', join(folder, 'nowhere'))).status).toBe(2);
  }, 180_000);

  it('is restored after restores that were killed', async () => {
    for (const moment of [/checking/, /restoring/]) {
      const restoring = target.beginRiggen('restore', whole);
      await untilProgress(restoring.process.stderr!, moment);
      restoring.process.kill('SIGKILL');
      await restoring.ended;
    }
    const { status, stdout } = await target.riggen('restore', whole);
    expect(stdout).toBe(`restored ${eventsIn(whole).length} events in ${new Set(eventsIn(whole).map(({ stream }) => stream)).size} streams and built ${allProjections.length} read models: 0 problems\n`);
    expect(status).toBe(0);
    expect(await target.report()).toEqual(await source.report());
  }, 180_000);

  it('is the same history, on which the system goes on', async () => {
    const { stdout: again } = await target.riggen('import', rows);
    expect(lastLine(again)).toBe(`accepted 0, unchanged ${imported}, refused 0`);
    const second = join(folder, 'second');
    await target.riggen('backup', second);
    expect(linesOf(second).slice(1, -1)).toEqual(linesOf(whole).slice(1, -1));
    expect(await target.riggen('verify')).toMatchObject({ status: 0, stdout: expect.stringMatching(/: 0 problems\n$/) });
  }, 180_000);

  it('replaces what a system has only when it is told to, and the system takes in the rest', async () => {
    const { status, stderr } = await target.riggen('restore', early);
    expect({ status, last: lastLine(stderr) }).toEqual({ status: 1, last: expect.stringMatching(/^The system holds \d+ events, which a restore would replace. Repeat it with --replace/) });
    expect((await target.riggen('restore', early, '--replace')).status).toBe(0);
    const { stdout } = await target.riggen('import', rows);
    expect(lastLine(stdout)).toMatch(/^accepted [1-9]\d*, unchanged [1-9]\d*, refused 0$/);
    expect(await target.report()).toEqual(await source.report());
    expect(await target.riggen('verify')).toMatchObject({ status: 0 });
    expect(existsSync(`${early}.part`)).toBe(false);
  }, 180_000);
});

function untilProgress(stderr: NodeJS.ReadableStream, wanted: RegExp): Promise<void> {
  return new Promise((resolve) => {
    let told = '';
    stderr.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      if (wanted.test(told)) resolve();
    });
    stderr.once('end', resolve);
  });
}
