export * from './event-store.js';
export * from './fingerprint.js';
export { InMemoryEventStore } from './in-memory/in-memory-event-store.js';
export { formatPosition, parsePosition } from './postgres/position.js';
export { PostgresEventStore } from './postgres/postgres-event-store.js';
export { chainHash } from './record.js';
