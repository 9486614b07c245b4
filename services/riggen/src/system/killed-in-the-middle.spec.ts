import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { independentReport } from './independent-report.fixture.js';
import { writeRandomFolder } from './random-folder.fixture.js';
import { RunningSystem } from './running-system.fixture.js';

describe('a system that is killed in the middle of an import', () => {
  const system = new RunningSystem();
  const folder = join(mkdtempSync(join(tmpdir(), 'riggen-folders-')), 'random');

  beforeAll(async () => {
    writeRandomFolder(folder, 20_271_103, 24);
    await system.start();
  }, 180_000);
  afterAll(async () => {
    await system.remove();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  it('has the same figures after a start and the same import again', async () => {
    for (const done of ['2', '7']) {
      const importing = system.beginRiggen('import', folder);
      await new Promise<void>((resolve) => {
        importing.process.stderr!.on('data', (chunk: Buffer) => {
          const [part, whole] = /(\d+)\/(\d+)/.exec(chunk.toString())?.slice(1).map(Number) ?? [0, 1];
          if (part! / whole! >= Number(done) / 10) resolve();
        });
        importing.process.once('exit', () => resolve());
      });
      importing.process.kill('SIGKILL');
      await system.killEverything();
      await importing.ended;
      await system.start();
    }
    const { stdout } = await system.riggen('import', folder);
    const [accepted, unchanged, refused] = /accepted (\d+), unchanged (\d+), refused (\d+)\s*$/.exec(stdout)!.slice(1).map(Number);
    expect(refused).toBe(0);
    expect(unchanged).toBeGreaterThan(0);
    expect(accepted).toBeGreaterThan(0);
    expect(await system.report()).toEqual(independentReport(folder));
    const verified = await system.riggen('verify');
    expect(verified.stdout).toMatch(/: 0 problems$/m);
    expect(verified.status).toBe(0);
  }, 180_000);

  it('stops cleanly, and then the command line says how to start it', async () => {
    expect(await system.stop()).toBe(0);
    const { status, stderr, stdout } = await system.riggen('verify');
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^Riggen is not running in .*\. Start it with: npm start\n$/);
  }, 180_000);
});
