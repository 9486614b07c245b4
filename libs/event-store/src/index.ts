export * from './event-store.js';
export * from './fingerprint.js';
export * from './history-check.js';
export { InMemoryEventStore } from './in-memory/in-memory-event-store.js';
export { backupEvents } from './postgres/backup.js';
export { type EventStoreAddress, isPosition, openEventStore, storeFromEnvironment } from './open-event-store.js';
export { PostgresEventStore } from './postgres/postgres-event-store.js';
export { checkBackup, replaceEvents } from './postgres/restore.js';
export { chainHash } from './record.js';
