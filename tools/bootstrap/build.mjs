import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { runQuietly } from './run-quietly.mjs';

const portal = join('services', 'portal');
const never = new Set(['node_modules', 'dist', '.git', '.nx', '.cache', 'coverage']);

/** What is built, from what, and a file that is there when it was. */
const parts = [
  {
    name: 'services',
    sources: ['libs', 'services', 'tsconfig.json', 'tsconfig.base.json', 'package-lock.json'],
    without: portal,
    result: join('services', 'riggen', 'dist', 'start.js'),
    isWanted: () => true,
    command: (root) => [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', '--pretty', 'false'],
    directory: '.',
  },
  {
    name: 'portal',
    sources: ['libs', portal, 'tsconfig.base.json', 'package-lock.json'],
    result: join(portal, 'dist', 'index.html'),
    isWanted: (root) => existsSync(join(root, portal, 'vite.config.ts')),
    command: (root) => [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    directory: portal,
  },
];

/** Whether everything that is built is as new as its sources. */
export function isBuilt(root) {
  return staleParts(root).length === 0;
}

/** Builds what is older than its sources, all at the same time. */
export async function buildWhatChanged(root, node, say) {
  const stale = staleParts(root);
  say(`Building ${stale.map(({ name }) => name).join(' and ')} …`);
  const results = await Promise.all(stale.map((part) => build(root, node, part)));
  const failed = results.filter((result) => result.status !== 0);
  if (failed.length === 0) return;
  const output = failed.map((result) => result.output.trim()).join('\n');
  const names = failed.map(({ name }) => name).join(' and ');
  throw new Problem(/ENOSPC|no space left/i.test(output) ? 'The build failed: the disk is full.' : `The build of ${names} failed:`, 1, output);
}

async function build(root, node, part) {
  const before = stampOf(root, part);
  // The compiler's own record of what it wrote does not notice that somebody removed the results.
  const wasRemoved = part.name === 'services' && !existsSync(join(root, part.result));
  const { status, output } = await runQuietly(node, [...part.command(root), ...(wasRemoved ? ['--force'] : [])], join(root, part.directory));
  if (status === 0) {
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(stampFile(root, part), before);
  } else {
    rmSync(stampFile(root, part), { force: true });
  }
  return { name: part.name, status, output };
}

function staleParts(root) {
  return parts.filter((part) => part.isWanted(root) && !isFresh(root, part));
}

function isFresh(root, part) {
  const stamp = stampFile(root, part);
  if (!existsSync(join(root, part.result)) || !existsSync(stamp)) return false;
  return readFileSync(stamp, 'utf8') === stampOf(root, part);
}

function stampFile(root, part) {
  return join(root, '.cache', `built-${part.name}`);
}

/** Paths, sizes and times of the sources tell whether anything changed without reading it all. */
function stampOf(root, part) {
  const hash = createHash('sha256');
  for (const path of part.sources.flatMap((source) => filesBelow(root, source, part.without)).sort()) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesBelow(root, path, without) {
  if (path === without || !existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => !never.has(entry.name) && !entry.name.endsWith('.spec.ts') && !entry.name.endsWith('.tsbuildinfo'))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(root, join(path, entry.name), without) : [join(path, entry.name)]));
}
