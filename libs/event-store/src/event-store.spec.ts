import { describe } from '@jest/globals';
import { freshDatabase } from '../../../tools/jest/servers.js';
import { eventStoreContract } from './event-store.contract.js';
import { InMemoryEventStore } from './in-memory/in-memory-event-store.js';
import { KurrentDbEventStore } from './kurrentdb/kurrentdb-event-store.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';

eventStoreContract('InMemoryEventStore', async () => {
  const store = new InMemoryEventStore();
  return { store, close: () => store.close() };
});

eventStoreContract('PostgresEventStore', async () => {
  const database = await freshDatabase();
  const store = await PostgresEventStore.open({ connectionString: database.url });
  const close = async () => {
    await store.close();
    await database.drop();
  };
  return { store, close };
});

const kurrentdbUrl = process.env['KURRENTDB_URL'];
eventStoreContract(
  kurrentdbUrl ? 'KurrentDbEventStore' : 'KurrentDbEventStore (skipped here: KURRENTDB_URL names no KurrentDB to try it on)',
  async () => {
    const store = await KurrentDbEventStore.open({ url: kurrentdbUrl! });
    return { store, close: () => store.close() };
  },
  kurrentdbUrl ? describe : describe.skip,
);
