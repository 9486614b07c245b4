import { operatorCaller } from '@riggen/access';
import { Logger } from '@nestjs/common';
import type { Language } from '@riggen/contracts';
import {
  type EventStore,
  type EventStoreAddress,
  openEventStore,
  PersonalData,
  type PersonKeysAddress,
  personKeysFromEnvironment,
  PostgresKeyVault,
  storeFromEnvironment,
} from '@riggen/event-store';
import { ServiceClient, signCaller } from '@riggen/messaging';
import { setTimeout as sleep } from 'node:timers/promises';
import { personKeysOf } from '../embedded/person-keys.js';
import { readRunState } from '../embedded/run-state.js';

/** Where the running system's servers are. */
export interface SystemAddress extends EventStoreAddress {
  natsUrl: string;
  natsToken?: string;
  /** The token that the command line signs in with. */
  caller: string;
  personKeys: PersonKeysAddress;
}

/** How long a token that the command line signs for itself holds, in seconds: longer than its longest command. */
const validityOfOperator = 24 * 60 * 60;

/** Told when no system runs where the command line looks. */
export class NotRunning extends Error {}

/** Finds the running system: that of RIGGEN_HOME, or the servers that DATABASE_URL and NATS_URL name. Throws NotRunning. */
export function findSystem(env: NodeJS.ProcessEnv = process.env): SystemAddress {
  if (env['DATABASE_URL'] && env['NATS_URL']) {
    const natsToken = env['NATS_TOKEN'];
    const key = env['CALLER_KEY'];
    if (!key) throw new NotRunning('CALLER_KEY is not set: the command line needs it to sign in beside DATABASE_URL and NATS_URL.');
    const caller = signCaller(key, operatorCaller, validityOfOperator);
    const personKeys = personKeysFromEnvironment(env['DATABASE_URL'], env);
    const servers = { databaseUrl: env['DATABASE_URL'], natsUrl: env['NATS_URL'], personKeys, ...(natsToken && { natsToken }) };
    return { ...servers, caller, ...storeFromEnvironment(env) };
  }
  const home = env['RIGGEN_HOME'] || '.riggen';
  const state = readRunState(home);
  if (!state) throw new NotRunning(`Riggen is not running in ${home}. Start it with: npm start`);
  const { postgres, nats, kurrentdbUrl, cliToken } = state;
  const personKeys = personKeysOf(home, postgres.url, env);
  return { databaseUrl: postgres.url, kurrentdbUrl, personKeys, natsUrl: nats.url, natsToken: nats.token, caller: cliToken };
}

/** What commands of the command line work with. */
export interface RunningSystem {
  address: SystemAddress;
  store: EventStore;
  vault: PostgresKeyVault;
  personalData: PersonalData;
  services: ServiceClient;
  caller: string;
}

/** Opens the store and the way to the services, and closes both afterwards. */
export async function withSystem<Result>(
  work: (system: RunningSystem) => Promise<Result>,
): Promise<Result> {
  const address = findSystem();
  Logger.overrideLogger(false); // standard output belongs to the command
  const store = await openEventStore(address, { max: 2 });
  const vault = await PostgresKeyVault.open(address.personKeys);
  const services = new ServiceClient(address, 'riggen command line');
  try {
    await answerWithin(services.connect(), address);
    return await work({ address, store, vault, personalData: new PersonalData(vault), services, caller: address.caller });
  } finally {
    await services.close();
    await vault.close();
    await store.close();
  }
}

/** The way to the services goes on trying for ever, which is right for a service and wrong for a person who waits. */
async function answerWithin(connecting: Promise<unknown>, { natsUrl }: SystemAddress): Promise<void> {
  const late = new AbortController();
  const patience = sleep(5_000, 'late', { signal: late.signal }).catch(() => undefined);
  const first = await Promise.race([connecting, patience]);
  late.abort();
  if (first === 'late') throw new NotRunning(`NATS does not answer at ${new URL(natsUrl).host}. Start Riggen with: npm start`);
}

/** The reader's language by the environment (LC_ALL, LC_MESSAGES, LANG): Norwegian where it says so, else English. */
export function languageOfTerminal(env: NodeJS.ProcessEnv = process.env): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  if (/^nn/i.test(locale)) return 'nn';
  return /^(nb|no)/i.test(locale) ? 'nb' : 'en';
}
