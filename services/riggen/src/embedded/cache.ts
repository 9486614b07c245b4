import { accessSync, constants, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Whether this process runs as root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The directory for what can be fetched or made again: shared by all homes of this user, or inside the home when there is no such place. */
export function cacheDirectory(home: string): string {
  const shared = isRoot()
    ? '/var/cache/riggen'
    : join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'riggen');
  return canWrite(shared) ? shared : join(home, 'cache');
}

function canWrite(directory: string): boolean {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o755 });
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
