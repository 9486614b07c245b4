import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { runQuietly } from './run-quietly.mjs';

const stampOf = (root) => join(root, 'node_modules', '.riggen-installed');
const megabytesToInstall = 800;
const supportedPlatforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** Whether node_modules holds what package-lock.json names. */
export function isInstalled(root) {
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return false;
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = stampOf(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  if (!holdsAllOf(root, JSON.parse(lock))) return false;
  try {
    writeFileSync(stamp, wanted);
  } catch {
    // Without the stamp, where this user may not write, the comparison is made again next time.
  }
  return true;
}

/**
 * Installs what package-lock.json names, leaving that file alone. Not with 'npm ci': it refuses a lock file that lacks
 * the optional packages of other platforms, and a registry that does not hold them keeps them out of the lock file.
 */
export async function installDependencies(root, say) {
  const platform = `${process.platform}-${process.arch}`;
  if (!supportedPlatforms.includes(platform)) {
    throw new Problem(`Riggen does not run on ${platform}: its embedded servers exist for ${supportedPlatforms.join(', ')}.`);
  }
  requireRoom(root);
  say("Installing what is missing with 'npm install' …");
  const npm = process.env.npm_execpath;
  const args = ['install', '--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, output } = npm?.endsWith('.js')
    ? await runQuietly(process.execPath, [npm, ...args], root)
    : await runQuietly('npm', args, root);
  if (status !== 0) throw new Problem(`'npm install' failed: ${reasonIn(output)}`, 1, firstLines(output, 15));
  writeFileSync(stampOf(root), createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex'));
}

/** npm's many ways to fail on a full disk do not all name it. */
function requireRoom(root) {
  const { bavail, bsize } = statfsSync(root);
  const megabytesFree = Math.floor((bavail * bsize) / 1024 / 1024);
  if (existsSync(join(root, 'node_modules')) || megabytesFree >= megabytesToInstall) return;
  throw new Problem(`The disk is too full to install: ${root} has ${megabytesFree} MB free, ${megabytesToInstall} MB are needed.`);
}

/** Somebody may have run npm by hand: then what it says it installed counts, not how it came there. */
function holdsAllOf(root, lock) {
  const installed = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
  return Object.entries(lock.packages)
    .filter(([path, wanted]) => path.startsWith('node_modules/') && !wanted.optional && !wanted.devOptional)
    .every(([path, wanted]) => (wanted.link ? installed[path]?.link === true : installed[path]?.version === wanted.version));
}

const reasons = [
  [/ENOSPC|no space left/i, 'the disk is full.'],
  [/EBADPLATFORM|notsup/i, `a package does not exist for ${process.platform}-${process.arch}.`],
  [/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i, 'the package registry cannot be reached. Is there a network?'],
  [/EACCES|EPERM|EROFS/, 'this user may not write to node_modules.'],
  [/ENOENT.*npm|spawn npm/i, 'there is no npm on the path.'],
];

function reasonIn(output) {
  return reasons.find(([pattern]) => pattern.test(output))?.[1] ?? "npm's own words follow.";
}

/** npm tells the cause first and ends with general advice. */
function firstLines(text, count) {
  return text.trim().split('\n').slice(0, count).join('\n');
}
