import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isRoot } from './cache.js';
import { StartProblem } from './start-problem.js';

/** The user that PostgreSQL runs as when Riggen itself is started by root, whom PostgreSQL refuses. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const preferredAccounts = ['postgres', 'nobody'];

/** The account for PostgreSQL: undefined for an ordinary user, who runs it as themselves. */
export function postgresAccount(): ServerAccount | undefined {
  if (!isRoot()) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of preferredAccounts) {
    const [, , uid, gid] = accounts.find(([candidate]) => candidate === name) ?? [];
    if (uid !== undefined && gid !== undefined) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new StartProblem(
    'PostgreSQL does not run as root, and neither the user postgres nor nobody exists: start Riggen as an ordinary user.',
  );
}

/** Whether the account can run this program. Asked by doing it, since every directory on the way has a say. */
export function canRun(program: string, account: ServerAccount | undefined): boolean {
  return spawnSync(program, ['--version'], { cwd: '/', stdio: 'ignore', ...ids(account) }).status === 0;
}

/** Whether the account can work in this directory. */
export function canWorkIn(directory: string, account: ServerAccount | undefined): boolean {
  const script = 'cd "$1" && test -w . && test -r .';
  return spawnSync('/bin/sh', ['-c', script, 'sh', directory], { cwd: '/', stdio: 'ignore', ...ids(account) }).status === 0;
}

/** The options that make a child process run as the account. */
export function ids(account: ServerAccount | undefined): { uid?: number; gid?: number } {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid };
}
