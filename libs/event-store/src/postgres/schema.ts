import { withClient } from './connections.js';

/**
 * `position` counts in the order of writing, `tx` is the writing transaction. Readers go by (tx, position) and stop before
 * the oldest transaction that is still open: by position alone they would pass events that commit late.
 * `ordinal` is the place of the event in its command, so that the command id is unique by its first event.
 */
const schema = `
create schema if not exists event_store;
create table if not exists event_store.events (
  position bigint generated always as identity primary key,
  tx xid8 not null default pg_current_xact_id(),
  stream text collate "C" not null,
  version integer not null check (version > 0),
  event_id uuid not null unique,
  command_id uuid not null,
  ordinal integer not null,
  type text not null,
  recorded_at timestamptz not null,
  fingerprint text not null,
  body text not null,
  hash bytea not null,
  unique (stream, version)
);
create index if not exists events_in_order on event_store.events (tx, position);
create index if not exists events_by_category on event_store.events (split_part(stream, '-', 1), tx, position);
create unique index if not exists events_by_command on event_store.events (command_id) where ordinal = 0;
`;

/** Creates the store's tables where they are missing; safe when several processes start at once. An index takes its time. */
export async function createEventStoreSchema(databaseUrl: string): Promise<void> {
  const create = `begin; select pg_advisory_xact_lock(hashtext('riggen.event_store.schema')); ${schema} commit;`;
  await withClient(databaseUrl, (client) => client.query(create));
}
