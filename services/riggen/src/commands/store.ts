import {
  type EventStore,
  type EventStoreAddress,
  longPatience,
  openEventStore,
  PersonalData,
  type PersonKeysAddress,
  personKeysFromEnvironment,
  PostgresKeyVault,
  storeFromEnvironment,
} from '@riggen/event-store';
import { personKeysOf } from '../embedded/person-keys.js';
import { readRunState } from '../embedded/run-state.js';

/** Where the running system's servers are. */
export interface SystemAddress extends EventStoreAddress {
  natsUrl: string;
  natsToken?: string;
  /** What the command line signs in with: its token, or the key to sign one with. */
  signIn: { token: string } | { key: string };
  personKeys: PersonKeysAddress;
}

/** Told when no system runs where the command line looks. */
export class NotRunning extends Error {}

/** Finds the running system: that of RIGGEN_HOME, or the servers that DATABASE_URL and NATS_URL name. Throws NotRunning. */
export function findSystem(env: NodeJS.ProcessEnv = process.env): SystemAddress {
  if (env['DATABASE_URL'] && env['NATS_URL']) {
    const natsToken = env['NATS_TOKEN'];
    const key = env['CALLER_KEY'];
    if (!key) throw new NotRunning('CALLER_KEY is not set: the command line needs it to sign in beside DATABASE_URL and NATS_URL.');
    const personKeys = personKeysFromEnvironment(env['DATABASE_URL'], env);
    const servers = { databaseUrl: env['DATABASE_URL'], natsUrl: env['NATS_URL'], personKeys, ...(natsToken && { natsToken }) };
    return { ...servers, signIn: { key }, ...storeFromEnvironment(env) };
  }
  const home = env['RIGGEN_HOME'] || '.riggen';
  const state = readRunState(home);
  if (!state) throw new NotRunning(`Riggen is not running in ${home}. Start it with: npm start`);
  const { postgres, nats, kurrentdbUrl, cliToken } = state;
  const personKeys = personKeysOf(home, postgres.url, env);
  return { databaseUrl: postgres.url, kurrentdbUrl, personKeys, natsUrl: nats.url, natsToken: nats.token, signIn: { token: cliToken } };
}

/** What commands work with that need the events and nothing of the services. */
export interface RunningStore {
  address: SystemAddress;
  store: EventStore;
  vault: PostgresKeyVault;
  personalData: PersonalData;
}

/** Opens the store of the running system, and closes it afterwards. Throws NotRunning. */
export async function withStore<Result>(work: (running: RunningStore) => Promise<Result>): Promise<Result> {
  const address = findSystem();
  const store = await openEventStore(address, { max: 2, patience: longPatience });
  const vault = await PostgresKeyVault.open(address.personKeys);
  try {
    return await work({ address, store, vault, personalData: new PersonalData(vault) });
  } finally {
    await vault.close();
    await store.close();
  }
}
