import type { Position } from '@riggen/event-store';

/** Anything that runs SQL: a TypeORM manager or data source. */
export interface Sql {
  query(text: string, values?: unknown[]): Promise<any>;
}

export interface Checkpoint {
  name: string;
  version: number;
  position: Position;
}

export interface ParkedEvent {
  projection: string;
  position: Position;
  eventId: string;
  stream: string;
  type: string;
  reason: string;
}

/** Raised when a checkpoint is not where its writer left it: another process, or a rebuild, has moved it. */
export class CheckpointMoved extends Error {}

/** Creates a service's schema with the tables that its projections share. Schema names come from code, never from input. */
export async function prepareSchema(sql: Sql, schema: string): Promise<void> {
  await sql.query(`begin; select pg_advisory_xact_lock(hashtext('riggen.schema.${schema}'));
    create schema if not exists ${schema};
    create table if not exists ${schema}.projection_checkpoints (
      name text primary key, version integer not null, position text collate "C" not null,
      updated_at timestamptz not null default now());
    create table if not exists ${schema}.parked_events (
      projection text not null, position text collate "C" not null, event_id uuid not null, stream text not null,
      type text not null, reason text not null, parked_at timestamptz not null default now(),
      primary key (projection, event_id));
    commit;`);
}

/** The version of a checkpoint whose read model must be built anew before another event is applied to it. */
export const voidVersion = 0;

/** Declares all read models of a schema void, because the store that they were built from is replaced. */
export async function voidCheckpoints(sql: Sql, schema: string): Promise<void> {
  await sql.query(`update ${schema}.projection_checkpoints set version = ${voidVersion}, position = '', updated_at = now()`);
}

export async function loadCheckpoints(sql: Sql, schema: string): Promise<Checkpoint[]> {
  return sql.query(`select name, version, position from ${schema}.projection_checkpoints order by name`);
}

/** Begins a checkpoint where it is missing or void, before the first event. */
export async function beginCheckpoint(sql: Sql, schema: string, name: string): Promise<void> {
  await sql.query(
    `insert into ${schema}.projection_checkpoints as c (name, version, position) values ($1, 1, '')
     on conflict (name) do update set version = 1 where c.version = ${voidVersion}`,
    [name],
  );
}

/** Moves a checkpoint from where it is thought to be; throws CheckpointMoved when it is elsewhere or void. Locks the row. */
export async function moveCheckpoint(sql: Sql, schema: string, name: string, from: Position, to: Position): Promise<void> {
  const [, count] = await sql.query(
    `update ${schema}.projection_checkpoints set position = $3, updated_at = now()
     where name = $1 and position = $2 and version <> ${voidVersion}`,
    [name, from, to],
  );
  if (!count) throw new CheckpointMoved(`${schema}.${name} is no longer at "${from}"`);
}

export async function park(sql: Sql, schema: string, parked: ParkedEvent): Promise<void> {
  await sql.query(
    `insert into ${schema}.parked_events (projection, position, event_id, stream, type, reason)
     values ($1, $2, $3, $4, $5, $6) on conflict (projection, event_id) do update set reason = excluded.reason`,
    [parked.projection, parked.position, parked.eventId, parked.stream, parked.type, parked.reason],
  );
}

/** The streams of which an event is parked: what follows in them has to wait. */
export async function blockedStreams(sql: Sql, schema: string, projection: string): Promise<Set<string>> {
  const rows: { stream: string }[] = await sql.query(`select distinct stream from ${schema}.parked_events where projection = $1`, [projection]);
  return new Set(rows.map(({ stream }) => stream));
}

export async function loadParked(sql: Sql, schema: string): Promise<ParkedEvent[]> {
  return sql.query(
    `select projection, position, event_id as "eventId", stream, type, reason
     from ${schema}.parked_events order by projection, position`,
  );
}
