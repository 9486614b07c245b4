import { freshDatabase } from '../../../tools/jest/servers.js';
import { eventStoreContract } from './event-store.contract.js';
import { InMemoryEventStore } from './in-memory/in-memory-event-store.js';
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
