import { beginning, type EventStore } from './event-store.js';
import { positionForm as kurrentDbForm } from './kurrentdb/position.js';
import { positionForm as postgresForm } from './postgres/position.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';

/** Where the events are: in KurrentDB where its connection string is given, else in the PostgreSQL of the read models. */
export interface EventStoreAddress {
  databaseUrl: string;
  kurrentdbUrl?: string;
}

const kurrentDbAddress = /^(kurrentdb|kurrent|kdb)(\+discover)?:\/\/./;

/** Reads from the environment which event store the system has. Throws with what is wrong, and not with the password. */
export function storeFromEnvironment(env: NodeJS.ProcessEnv = process.env): Pick<EventStoreAddress, 'kurrentdbUrl'> {
  const choice = env['EVENT_STORE'] || 'postgres';
  if (choice === 'postgres') return {};
  if (choice !== 'kurrentdb') throw new Error(`EVENT_STORE must be 'postgres' or 'kurrentdb', not '${choice}'.`);
  const kurrentdbUrl = env['KURRENTDB_URL'] ?? '';
  if (kurrentDbAddress.test(kurrentdbUrl)) return { kurrentdbUrl };
  throw new Error('With EVENT_STORE=kurrentdb, KURRENTDB_URL must be a connection string such as kurrentdb://user:password@host:2113');
}

/** Opens the event store of the system. `max` is the number of connections to PostgreSQL, `patience` how long it may be silent. */
export async function openEventStore({ databaseUrl, kurrentdbUrl }: EventStoreAddress, { max = 4, patience }: { max?: number; patience?: number } = {}): Promise<EventStore> {
  if (!kurrentdbUrl) return PostgresEventStore.open({ connectionString: databaseUrl, max, ...(patience && { patience }) });
  // Loaded where it is used: the client brings a native library that a system on PostgreSQL has no need of.
  const { KurrentDbEventStore } = await import('./kurrentdb/kurrentdb-event-store.js');
  return KurrentDbEventStore.open({ url: kurrentdbUrl });
}

/** Whether a text is a position as one of the stores that can be opened writes it. */
export function isPosition(text: string): boolean {
  return text === beginning || postgresForm.test(text) || kurrentDbForm.test(text);
}
