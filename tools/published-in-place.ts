import { execFileSync } from 'node:child_process';

const published = ':(glob)libs/contracts/published/*.json';

/**
 * The published event schemas of a commit that the repository in `folder` no longer has as they were. Empty when all are there,
 * unchanged. Throws when git does not know the commit.
 */
export function changedSince(commit: string, folder: string): string[] {
  return git(folder, 'diff', '--name-only', '--diff-filter=MDRT', '--no-renames', commit, '--', published).split('\n').filter(Boolean);
}

/**
 * The commit that a change is checked against: the newest release that it builds on, else where it left the main branch.
 * Undefined on the main branch itself before the first release, and where there is no history.
 */
export function publishedBase(folder: string): string | undefined {
  const release = attempt(() => git(folder, 'describe', '--tags', '--abbrev=0', '--match=v*'));
  if (release) return release;
  for (const main of ['origin/main', 'main']) {
    const base = attempt(() => git(folder, 'merge-base', 'HEAD', main));
    if (base && base !== git(folder, 'rev-parse', 'HEAD')) return base;
  }
  return undefined;
}

function attempt(ask: () => string): string | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
