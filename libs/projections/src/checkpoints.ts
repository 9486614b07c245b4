import type { Position } from '@riggen/event-store';
import type { EntityManager } from 'typeorm';
import { parkedEventsTable } from './parked-events.js';
import { runPrepared } from './prepared.js';
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

/** A checkpoint on its way from where it is thought to be. */
export interface Move {
  name: string;
  from: Position;
  to: Position;
}

/**
 * Moves checkpoints that are where they are thought to be and not void, and locks their rows. Gives the names of those that
 * moved, and whether events of them are parked. The transaction need not wait for the disk: what a crash takes back, rows and
 * checkpoint together, is made again from the store.
 */
export async function moveCheckpoints(manager: EntityManager, schema: string, moves: Move[]): Promise<Map<string, boolean>> {
  const column = (key: keyof Move) => moves.map((move) => move[key]);
  const moved = await runPrepared<{ name: string; parked: boolean }>(
    manager,
    `update ${schema}.projection_checkpoints c set position = m.destination, updated_at = now()
     from unnest($1::text[], $2::text[], $3::text[]) m (name, origin, destination)
     where c.name = m.name and c.position = m.origin and c.version <> ${voidVersion}
     returning c.name, exists (select from ${schema}.parked_events p where p.projection = c.name) as parked,
       set_config('synchronous_commit', 'off', true)`,
    [column('name'), column('from'), column('to')],
  );
  return new Map(moved.map(({ name, parked }) => [name, parked]));
}

/** Holds back whoever moves the checkpoint until the transaction ends: each does so before anything else. */
export async function lockCheckpoint(sql: Sql, schema: string, name: string): Promise<void> {
  await sql.query(`select from ${schema}.projection_checkpoints where name = $1 for update`, [name]);
}
