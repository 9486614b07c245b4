import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isRoot } from './cache.js';
import { runProgram } from './run-program.js';
import { StartProblem } from './start-problem.js';

/** Finds nats-server on the path or in the cache, else brings Debian's package into the cache, which needs no root. */
export async function natsProgram(options: {
  cache: string;
  say: (line: string) => void;
  signal?: AbortSignal;
  directories?: readonly string[];
}): Promise<string> {
  const directories = options.directories ?? usualDirectories();
  const cached = join(options.cache, 'bin', 'nats-server');
  const present = [...directories.map((directory) => join(directory, 'nats-server')), cached].find(runs);
  if (present !== undefined) return present;

  options.say(`nats-server is not installed: fetching Debian's package into ${options.cache}.`);
  mkdirSync(join(options.cache, 'bin'), { recursive: true, mode: 0o755 });
  const workplace = mkdtempSync(join(options.cache, 'fetch-'));
  try {
    const program = await unpackDebianPackage(workplace, options.signal);
    copyFileSync(program, `${program}.new`);
    chmodSync(`${program}.new`, 0o755);
    renameSync(`${program}.new`, cached);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw new StartProblem(
      `nats-server is missing and could not be fetched (${(error as Error).message}): install it with 'apt-get install nats-server', or put it on the PATH.`,
    );
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
  if (!runs(cached)) throw new StartProblem(`The nats-server fetched into ${cached} does not run here: install one and put it on the PATH.`);
  return cached;
}

/** Debian puts the server where an ordinary user's path does not look. */
function usualDirectories(): string[] {
  return [...(process.env['PATH'] ?? '').split(delimiter).filter((directory) => directory !== ''), '/usr/sbin'];
}

function runs(program: string): boolean {
  return existsSync(program) && spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

async function unpackDebianPackage(workplace: string, signal: AbortSignal | undefined): Promise<string> {
  const archive =
    (await downloadPackage(workplace, [], signal)) ?? (await downloadPackage(workplace, await ownPackageLists(workplace, signal), signal));
  if (archive === undefined) throw new Error('no package could be downloaded');
  const unpacked = join(workplace, 'unpacked');
  await run('dpkg-deb', ['-x', archive, unpacked], workplace, signal);
  const program = ['usr/sbin/nats-server', 'usr/bin/nats-server'].map((path) => join(unpacked, path)).find(existsSync);
  if (program === undefined) throw new Error('the package holds no nats-server');
  return program;
}

async function downloadPackage(workplace: string, options: readonly string[], signal: AbortSignal | undefined): Promise<string | undefined> {
  await run('apt-get', [...quietly, ...options, 'download', 'nats-server'], workplace, signal).catch(() => signal?.throwIfAborted());
  const archive = readdirSync(workplace).find((name) => name.endsWith('.deb'));
  return archive === undefined ? undefined : join(workplace, archive);
}

/** Package lists of our own: a fresh machine has none, and an ordinary user may not renew the system's. */
async function ownPackageLists(workplace: string, signal: AbortSignal | undefined): Promise<string[]> {
  const [state, cache] = [join(workplace, 'state'), join(workplace, 'cache')];
  mkdirSync(join(state, 'lists', 'partial'), { recursive: true });
  mkdirSync(join(cache, 'archives', 'partial'), { recursive: true });
  const options = ['-o', `Dir::State=${state}`, '-o', 'Dir::State::status=/var/lib/dpkg/status', '-o', `Dir::Cache=${cache}`];
  // What the machine does after an update of its own lists may need root; only the lists count here.
  await run('apt-get', [...quietly, '-o', 'Acquire::Languages=none', ...options, 'update'], workplace, signal).catch(() =>
    signal?.throwIfAborted(),
  );
  return options;
}

const quietly = ['-qq', ...(isRoot() ? ['-o', 'APT::Sandbox::User=root'] : [])];

function run(command: string, args: readonly string[], cwd: string, signal: AbortSignal | undefined): Promise<void> {
  return runProgram({ command, args, cwd, signal });
}
