import type { Position } from '@riggen/event-store';
import { parkedEventsTable } from './parked-events.js';
import { prepareReader } from './row-security.js';

/** Anything that runs SQL: a TypeORM manager or data source. */
export interface Sql {
  query(text: string, values?: unknown[]): Promise<any>;
}

export interface Checkpoint {
  name: string;
  version: number;
  position: Position;
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
    ${parkedEventsTable(schema)}
    commit;`);
  await prepareReader(sql, schema);
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

/** Holds back whoever moves the checkpoint until the transaction ends: each does so before anything else. */
export async function lockCheckpoint(sql: Sql, schema: string, name: string): Promise<void> {
  await sql.query(`select from ${schema}.projection_checkpoints where name = $1 for update`, [name]);
}
