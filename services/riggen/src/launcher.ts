import { operatorCaller } from '@riggen/access';
import { signCaller } from '@riggen/messaging';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedNats, type EmbeddedNats } from './embedded/nats.js';
import { personKeysOf } from './embedded/person-keys.js';
import { prepareHome, requireFreePort, secretOfHome } from './embedded/home.js';
import { KeptServer } from './embedded/kept-server.js';
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
  readonly personKeys: { readonly databaseUrl: string; readonly masterKey: string };
  readonly home: string;
  /** The key that callers are signed with, new at each start: what an earlier run has signed holds no longer. */
  readonly callerKey: string;
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

/** How long the token of the command line holds, in seconds; the key that signs it is gone before. */
const validityOfOperator = 10 * 365 * 24 * 60 * 60;
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
  const callerKey = randomBytes(48).toString('base64url');
  const cliToken = signCaller(callerKey, operatorCaller, validityOfOperator);
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
  const { postgres, nats, serverLost } = await startServers(home, keeper, options, stop, undo);
  await Promise.race([serverLost, bringUpServices({ ...options, home }, callerKey, { postgres, nats }, loading, stop, undo)]);
  stop.signal.throwIfAborted();
  options.say(`Riggen is ready at http://localhost:${options.port}`);
  await serverLost;
}

/** Starts the servers, and starts one again that ends by itself. `serverLost` rejects when one cannot be kept running. */
async function startServers(
  home: string,
  keeper: RunStateKeeper,
  { say }: Launch,
  stop: StopRequest,
  undo: Undo[],
): Promise<{ postgres: EmbeddedPostgres; nats: EmbeddedNats; serverLost: Promise<void> }> {
  const otherFailed = new AbortController();
  const signal = AbortSignal.any([stop.signal, otherFailed.signal]);
  const logOf = (name: string) => `Its log: ${join(home, 'log', name)}`;
  const postgres = new KeptServer<EmbeddedPostgres>(
    'PostgreSQL',
    async (before) => {
      const known = before && { port: before.port, url: before.url };
      const server = await startEmbeddedPostgres({ home, signal, say, port: before?.port, onSpawn: (process) => keeper.update({ postgres: { ...known, process } }) });
      keeper.update({ postgres: { process: server.process, port: server.port, url: server.url } });
      return server;
    },
    (line) => say(`${line} ${logOf('postgres.log')}`),
  );
  const nats = new KeptServer<EmbeddedNats>(
    'NATS',
    async (before) => {
      const known = before && { port: before.port, url: before.url, token: before.token };
      const server = await startEmbeddedNats({ home, signal, say, place: before, onSpawn: (process) => keeper.update({ nats: { ...known, process } }) });
      keeper.update({ nats: { process: server.process, port: server.port, url: server.url, token: server.token } });
      return server;
    },
    (line) => say(`${line} ${logOf('nats.log')}`),
  );
  // Whatever happens from here on, neither may outlive the launcher, not even one that is only half started.
  undo.push(async () => {
    otherFailed.abort();
    await Promise.all([postgres.stop(), nats.stop()]);
  });
  const [atFirst, natsAtFirst] = await Promise.all([postgres.ready(), nats.ready()]);
  const serverLost = Promise.race([postgres.keepRunning(), nats.keepRunning()]);
  serverLost.catch(() => undefined);
  say(`PostgreSQL and NATS run on 127.0.0.1, ports ${atFirst.port} and ${natsAtFirst.port}; data in ${home}.`);
  return { postgres: atFirst, nats: natsAtFirst, serverLost };
}

async function bringUpServices(
  { home, port, kurrentdbUrl, say, loadDemo }: Launch,
  callerKey: string,
  { postgres, nats }: { postgres: EmbeddedPostgres; nats: EmbeddedNats },
  loading: ReturnType<Launch['loadServices']>,
  stop: StopRequest,
  undo: Undo[],
): Promise<void> {
  const { startServices } = await loading;
  if (stop.signal.aborted) return;
  const personKeys = personKeysOf(home, postgres.url);
  const servers = { databaseUrl: postgres.url, kurrentdbUrl, personKeys, natsUrl: nats.url, natsToken: nats.token };
  process.env['RIGGEN_SECRET'] ??= secretOfHome(home);
  const starting = startServices({ ...servers, port, home, callerKey });
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
  say('Loading the demo (RIGGEN_DEMO=none for an empty system) …');
  await loadDemo(home);
  writeFileSync(decision, 'loaded\n');
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
