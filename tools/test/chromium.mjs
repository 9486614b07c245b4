import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/** The browser of the browser tests: `{ path }` or, where there is none and none may be installed, `{ missing }` with the reason. */
export async function findChromium(say) {
  const present = onPath();
  if (present) return { path: present };
  if (process.getuid?.() !== 0) return missing('Chromium is not installed, and only root may install it', say);
  if (spawnSync('apt-get', ['--version']).status !== 0) return missing("Chromium is not installed, and there is no apt-get to install it with", say);
  const log = join(mkdtempSync(join(tmpdir(), 'riggen-chromium-')), 'apt.log');
  say(`Installing Debian's chromium for the browser tests (log: ${log}) …`);
  const output = openSync(log, 'a');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    await run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { stdio: ['ignore', output, output], env: environment });
  }
  const installed = onPath();
  return installed ? { path: installed } : missing(`Chromium could not be installed (log: ${log})`, say);
}

function missing(reason, say) {
  say(`${reason}: the browser tests are skipped.`);
  return { missing: reason };
}

function onPath() {
  for (const name of names) {
    const { status, stdout } = spawnSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}
