import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedNats, type EmbeddedNats } from './embedded/nats.js';
import { prepareHome, requireFreePort } from './embedded/home.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded/postgres.js';
import { requireNotRunning, RunStateKeeper } from './embedded/run-state.js';
import { explainFilesystemError, StartProblem } from './embedded/start-problem.js';
import { settledWithin, StopRequest, StopRequested } from './stop-request.js';

/** What the services need to know to start in this process. */
export interface ServicesConfig {
  readonly databaseUrl: string;
  readonly kurrentdbUrl?: string;
  readonly natsUrl: string;
  readonly natsToken: string;
  readonly port: number;
  readonly home: string;
  readonly cliToken: string;
}

/** What the launcher brings up once its servers run. */
export interface Launch {
  readonly home: string;
  readonly port: number;
  /** The event store, where it is a KurrentDB and not the embedded PostgreSQL. */
  readonly kurrentdbUrl?: string;
  readonly loadServices: () => Promise<{ startServices(config: ServicesConfig): Promise<{ stop(): Promise<void> }> }>;
  /** Loads the demo on the first start; without it the system stays empty. */
  readonly loadDemo?: (home: string) => Promise<void>;
  readonly say: (line: string) => void;
}

type Undo = () => void | Promise<void>;

const millisecondsForServicesToStop = 20_000;

/** Runs Riggen until it is told to stop; answers the exit status. Everything it started is stopped by then. */
export async function launch(options: Launch): Promise<number> {
  const stop = new StopRequest();
  const undo: Undo[] = [];
  let exitStatus = 0;
  try {
    await stop.orDone(bringUpAndWatch(options, stop, undo));
  } catch (error) {
    exitStatus = error instanceof StopRequested ? 0 : reportProblem(error, options);
  }
  for (const step of undo.reverse()) {
    try {
      await step();
    } catch (error) {
      exitStatus = reportProblem(error, options);
    }
  }
  stop.dispose();
  return exitStatus;
}

async function bringUpAndWatch(options: Launch, stop: StopRequest, undo: Undo[]): Promise<void> {
  requireNotRunning(options.home);
  await requireFreePort(options.port);
  const home = prepareHome(options.home);
  const cliToken = randomBytes(24).toString('base64url');
  const keeper = await RunStateKeeper.take(home, {
    port: options.port,
    cliToken,
    kurrentdbUrl: options.kurrentdbUrl,
    onLeftovers: () => options.say('An earlier Riggen was killed; what it left running was ended.'),
  });
  undo.push(() => keeper.release());
  stop.signal.throwIfAborted();

  // Loading the code takes as long as starting the servers, and the machine has more than one core.
  const loading = options.loadServices();
  loading.catch(() => undefined);
  const { postgres, nats } = await startServers(home, keeper, options, stop, undo);
  const serverEnded = Promise.race([
    postgres.exited.then((how) => serverProblem('PostgreSQL', how, home)),
    nats.exited.then((how) => serverProblem('NATS', how, home)),
  ]).then((problem) => Promise.reject(problem));
  serverEnded.catch(() => undefined);

  await Promise.race([serverEnded, bringUpServices({ ...options, home }, cliToken, { postgres, nats }, loading, stop, undo)]);
  stop.signal.throwIfAborted();
  options.say(`Riggen is ready at http://localhost:${options.port}`);
  await serverEnded;
}

async function startServers(
  home: string,
  keeper: RunStateKeeper,
  { say }: Launch,
  stop: StopRequest,
  undo: Undo[],
): Promise<{ postgres: EmbeddedPostgres; nats: EmbeddedNats }> {
  const otherFailed = new AbortController();
  const signal = AbortSignal.any([stop.signal, otherFailed.signal]);
  const starting = [
    startEmbeddedPostgres({ home, signal, say, onSpawn: (process) => keeper.update({ postgres: { process } }) }),
    startEmbeddedNats({ home, signal, say, onSpawn: (process) => keeper.update({ nats: { process } }) }),
  ] as const;
  // Whatever happens from here on, neither may outlive the launcher, not even one that is only half started.
  undo.push(async () => {
    otherFailed.abort();
    const started = await Promise.allSettled(starting);
    await Promise.all(started.filter((server) => server.status === 'fulfilled').map((server) => server.value.stop()));
  });
  const [postgres, nats] = await Promise.all(starting);
  keeper.update({
    postgres: { process: postgres.process, port: postgres.port, url: postgres.url },
    nats: { process: nats.process, port: nats.port, url: nats.url, token: nats.token },
  });
  say(`PostgreSQL and NATS run on 127.0.0.1, ports ${postgres.port} and ${nats.port}; data in ${home}.`);
  return { postgres, nats };
}

async function bringUpServices(
  { home, port, kurrentdbUrl, say, loadDemo }: Launch,
  cliToken: string,
  { postgres, nats }: { postgres: EmbeddedPostgres; nats: EmbeddedNats },
  loading: ReturnType<Launch['loadServices']>,
  stop: StopRequest,
  undo: Undo[],
): Promise<void> {
  const { startServices } = await loading;
  if (stop.signal.aborted) return;
  const starting = startServices({ databaseUrl: postgres.url, kurrentdbUrl, natsUrl: nats.url, natsToken: nats.token, port, home, cliToken });
  undo.push(() =>
    settledWithin(
      millisecondsForServicesToStop,
      starting.then(
        (services) => services.stop(),
        () => undefined,
      ),
    ),
  );
  await starting;
  await loadDemoOfFirstStart(home, loadDemo, say);
}

/** The first start decides whether a home has the demo; a start that is killed while it loads leaves it to the next. */
async function loadDemoOfFirstStart(home: string, loadDemo: Launch['loadDemo'], say: Launch['say']): Promise<void> {
  const decision = join(home, 'demo');
  if (!existsSync(decision)) writeFileSync(decision, loadDemo ? 'wanted\n' : 'none\n');
  if (!loadDemo || readFileSync(decision, 'utf8').trim() !== 'wanted') return;
  say('Loading the pilot data as a demo (RIGGEN_DEMO=none for an empty system) …');
  await loadDemo(home);
  writeFileSync(decision, 'loaded\n');
}

function serverProblem(name: string, how: string, home: string): StartProblem {
  const log = join(home, 'log', `${name.toLowerCase().replace('postgresql', 'postgres')}.log`);
  return new StartProblem(`${name} ended unexpectedly (${how}), so Riggen stops. Its log: ${log}`);
}

/** One line for what a person can do something about; a stack only for what is a fault of Riggen's own. */
function reportProblem(cause: unknown, { home, say }: Launch): number {
  const problem = explainFilesystemError(cause, home);
  if (problem instanceof StartProblem) {
    say(problem.message);
    return problem.exitCode;
  }
  say(`Riggen stops because of an error of its own: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`);
  return 1;
}
