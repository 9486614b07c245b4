import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { canWorkIn, type ServerAccount } from './postgres-account.js';
import { endProcess, processesWorkingIn } from './processes.js';
import { ProgramFailed, runProgram } from './run-program.js';
import { StartProblem } from './start-problem.js';

/** Where PostgreSQL keeps the data of a home, and the password of its only user. */
export interface PostgresData {
  readonly directory: string;
  readonly password: string;
}

export const postgresUser = 'riggen';

const leastBytesForNewDatabase = 160 * 1024 * 1024;

/** Finds the data of a home or makes them: a password and an initialised directory that belongs to the account. */
export async function preparePostgresData(options: {
  home: string;
  programs: string;
  account: ServerAccount | undefined;
  say: (line: string) => void;
  signal?: AbortSignal;
}): Promise<PostgresData> {
  const place = dataPlace(options);
  const passwordFile = join(place, 'password');
  const directory = join(place, 'data');
  if (existsSync(directory)) {
    if (!existsSync(passwordFile)) throw new StartProblem(`The password file ${passwordFile} is missing; put it back from a backup.`);
    giveTo(options.account, directory);
    return { directory, password: readFileSync(passwordFile, 'utf8').trim() };
  }
  requireRoom(place);
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const unfinished = join(place, 'data.unfinished');
  await endLeftoverInitialisation(place, unfinished);
  rmSync(unfinished, { recursive: true, force: true });
  await initialise(unfinished, password, options);
  renameSync(unfinished, directory);
  return { directory, password };
}

/** The directory in the home or, where the account cannot reach it, one below /var/lib that a file in the home names. */
function dataPlace({ home, account, say }: { home: string; account: ServerAccount | undefined; say: (line: string) => void }): string {
  const usual = join(home, 'postgres');
  const pointer = join(home, 'postgres.location');
  if (existsSync(pointer)) return placeNamedBy(pointer);
  openNewHome(home, account);
  makePlace(usual, account);
  if (canWorkIn(usual, account)) return usual;

  const identity = createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 12);
  // The random part keeps a new home in an old one's place from meeting the old one's data, which are never removed here.
  const elsewhere = join('/var/lib/riggen', `${identity}-${randomBytes(3).toString('hex')}`);
  makePlace(elsewhere, account);
  if (!canWorkIn(elsewhere, account)) {
    throw new StartProblem(`PostgreSQL's user ${account?.name ?? ''} can reach neither ${usual} nor ${elsewhere}; choose another RIGGEN_HOME.`);
  }
  writeFileSync(pointer, `${elsewhere}\n`, { mode: 0o600 });
  rmSync(usual, { recursive: true, force: true });
  say(`PostgreSQL's user ${account?.name ?? ''} cannot reach ${home}, so its data are kept in ${elsewhere}.`);
  return elsewhere;
}

function placeNamedBy(pointer: string): string {
  const place = readFileSync(pointer, 'utf8').trim();
  if (existsSync(place)) return place;
  throw new StartProblem(`The PostgreSQL data of this home, kept in ${place}, are gone; put them back, or remove ${pointer} to begin with none.`);
}

/** A home that holds nothing yet may be entered, though not listed, by PostgreSQL's user: its data can then stay inside. */
function openNewHome(home: string, account: ServerAccount | undefined): void {
  const isNew = !existsSync(join(home, 'postgres')) && readdirSync(home).every((name) => ownEntries.has(name));
  if (account !== undefined && isNew) chmodSync(home, 0o711);
}

const ownEntries = new Set(['log', 'nats', 'run.json', 'cache']);

function makePlace(place: string, account: ServerAccount | undefined): string {
  mkdirSync(place, { recursive: true, mode: 0o755 });
  giveTo(account, place);
  chmodSync(place, 0o700);
  return place;
}

function giveTo(account: ServerAccount | undefined, path: string): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}

function requireRoom(place: string): void {
  const { bavail, bsize } = statfsSync(place);
  if (bavail * bsize < leastBytesForNewDatabase) {
    const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);
    throw new StartProblem(
      `The disk is too full for a new database: ${place} has ${megabytes(bavail * bsize)} MB free, ${megabytes(leastBytesForNewDatabase)} MB are needed.`,
    );
  }
}

/** initdb, and the server it uses, work on when the launcher that began them is killed. */
async function endLeftoverInitialisation(place: string, unfinished: string): Promise<void> {
  const leftovers = [...processesWorkingIn(realpathSync(place), 'initdb'), ...processesWorkingIn(unfinished, 'postgres')];
  await Promise.all(leftovers.map((identity) => endProcess(identity, { signal: 'SIGKILL', graceMilliseconds: 5_000 })));
}

async function initialise(
  directory: string,
  password: string,
  { programs, account, signal }: { programs: string; account: ServerAccount | undefined; signal?: AbortSignal },
): Promise<void> {
  const passwordFile = `${directory}.password`;
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveTo(account, passwordFile);
  try {
    await runProgram({
      command: join(programs, 'initdb'),
      args: [
        `--pgdata=${directory}`,
        `--username=${postgresUser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--no-locale',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      cwd: dirname(directory),
      environment: serverEnvironment(),
      account,
      signal,
    });
  } catch (error) {
    signal?.throwIfAborted();
    const diskIsFull = error instanceof ProgramFailed && /No space left on device/.test(error.complaint);
    throw new StartProblem(`PostgreSQL's data could not be made in ${directory}: ${diskIsFull ? 'the disk is full' : (error as Error).message}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The environment of PostgreSQL's programs: nothing of the caller's PG… variables or language gets in. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}
