import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, identifyProcess, isAlive, type ProcessIdentity } from './processes.js';
import { StartProblem } from './start-problem.js';

/** What a running Riggen tells the command line, and what the next start needs to clear up after a SIGKILL. */
export interface RunState {
  /** The address of the portal and the API. */
  readonly url: string;
  readonly port: number;
  readonly cliToken: string;
  /** The event store, where it is a KurrentDB. */
  readonly kurrentdbUrl?: string;
  readonly launcher: ProcessIdentity;
  readonly postgres: { readonly process: ProcessIdentity; readonly port: number; readonly url: string };
  readonly nats: { readonly process: ProcessIdentity; readonly port: number; readonly url: string; readonly token: string };
}

/** While the servers come up, only their processes are known. */
type StartingState = Pick<RunState, 'url' | 'port' | 'cliToken' | 'kurrentdbUrl' | 'launcher'> & {
  readonly postgres?: Partial<RunState['postgres']>;
  readonly nats?: Partial<RunState['nats']>;
};

/** The state of the Riggen that runs on a home, or undefined when none does. */
export function readRunState(home: string): RunState | undefined {
  const state = read(home);
  if (state === undefined || !isAlive(state.launcher)) return undefined;
  return state.postgres?.url !== undefined && state.nats?.url !== undefined ? (state as RunState) : undefined;
}

/** Refuses when a living launcher holds the home. */
export function requireNotRunning(home: string): void {
  const state = read(home);
  if (state !== undefined && isAlive(state.launcher)) throw new StartProblem(`Riggen already runs at ${state.url} (RIGGEN_HOME ${home}).`);
}

/** Ends what a launcher killed with SIGKILL left behind: the very processes it recorded, and no other that got their numbers. */
export async function endLeftovers(home: string): Promise<number> {
  requireNotRunning(home);
  const state = read(home);
  const leftovers = [
    { identity: state?.nats?.process, signal: 'SIGTERM' },
    { identity: state?.postgres?.process, signal: 'SIGINT' },
  ] as const;
  const ended = leftovers.map(async ({ identity, signal }) => {
    if (identity === undefined || !isAlive(identity)) return 0;
    await endProcess(identity, { signal, graceMilliseconds: 20_000 });
    return 1;
  });
  return (await Promise.all(ended)).reduce((sum: number, count) => sum + count, 0);
}

/** The launcher's hold on its home: taken by one at a time, kept up to date, and given back at the end. */
export class RunStateKeeper {
  private constructor(
    private readonly home: string,
    private state: StartingState,
  ) {}

  /** Takes the home for this process, clearing up after a launcher that was killed. */
  static async take(
    home: string,
    about: Pick<RunState, 'port' | 'cliToken' | 'kurrentdbUrl'> & { onLeftovers?: (count: number) => void },
  ): Promise<RunStateKeeper> {
    const launcher = identifyProcess(process.pid);
    if (launcher === undefined) throw new Error('this process cannot be identified');
    const ended = await endLeftovers(home);
    if (ended > 0) about.onLeftovers?.(ended);
    setStaleStateAside(home);
    const { port, cliToken, kurrentdbUrl } = about;
    const state = { url: `http://localhost:${port}`, port, cliToken, kurrentdbUrl, launcher };
    const keeper = new RunStateKeeper(home, state);
    const draft = writeDraft(home, state);
    try {
      // A hard link, unlike a rename, fails when another launcher was quicker.
      linkSync(draft, fileOf(home));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      requireNotRunning(home);
      throw new StartProblem(`Another start of Riggen is under way in ${home}.`);
    } finally {
      rmSync(draft, { force: true });
    }
    return keeper;
  }

  /** Adds what is known by now. */
  update(addition: Pick<StartingState, 'postgres' | 'nats'>): void {
    this.state = { ...this.state, ...addition };
    renameSync(writeDraft(this.home, this.state), fileOf(this.home));
  }

  /** Nothing runs any longer. */
  release(): void {
    rmSync(fileOf(this.home), { force: true });
  }
}

/** Throws when another launcher, which waited for the same leftovers to end, was quicker: then it is not stale. */
function setStaleStateAside(home: string): void {
  requireNotRunning(home);
  const aside = `${fileOf(home)}.ended-${process.pid}`;
  try {
    renameSync(fileOf(home), aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  try {
    const taken = readState(aside);
    if (taken === undefined || !isAlive(taken.launcher)) return;
    linkSync(aside, fileOf(home)); // taken between the look and the renaming: it is given back
    requireNotRunning(home);
  } finally {
    rmSync(aside, { force: true });
  }
}

function writeDraft(home: string, state: StartingState): string {
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const draft = `${fileOf(home)}.${process.pid}`;
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  return draft;
}

const read = (home: string): StartingState | undefined => readState(fileOf(home));

function readState(file: string): StartingState | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as StartingState;
  } catch {
    return undefined;
  }
}

function fileOf(home: string): string {
  return join(home, 'run.json');
}
