import { chmodSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';

/** A directory for all that a test run leaves lying about. PostgreSQL's user, when that is another one, may pass through it. */
export function makeScratch() {
  const scratch = mkdtempSync(join(tmpdir(), 'riggen-tests-'));
  chmodSync(scratch, 0o711);
  return scratch;
}

/** Ends what still works in the directory, which an interrupted run leaves running, and removes it. */
export function clearScratch(scratch) {
  for (const pid of processesBelow(scratch)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

function processesBelow(directory) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && workingDirectory(name).startsWith(directory + sep))
    .map(Number);
}

function workingDirectory(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}
