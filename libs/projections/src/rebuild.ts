import { type EventStore, longPatience, type PersonalData, type Position, withClient } from '@riggen/event-store';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { applyBatch, type ProjectionTarget } from './apply-batch.js';
import { checkpointMoves } from './checkpoint-moves.js';
import { forgetParked } from './parked-events.js';
import type { Projection } from './projection.js';
import { openReadModels } from './read-models.js';
import { type Checkpoint, lockCheckpoint, prepareSchema, type Sql, voidVersion } from './checkpoints.js';
import { protectTables } from './row-security.js';

const batch = 2_000;

export interface RebuildOptions {
  databaseUrl: string;
  schema: string;
  projection: Projection;
  store: EventStore;
  personalData?: PersonalData;
  /** Leaves the read model alone when it is not void: somebody else was first to build it. */
  onlyIfVoid?: boolean;
  /** Called after each batch with the number of events applied so far. */
  onProgress?: (applied: number) => void;
}

/**
 * Rebuilds a projection from the store in a schema of its own while the old rows go on being served, then puts the new
 * tables in their place in one transaction. A rebuild that is killed leaves the old rows; the next one starts afresh.
 */
export async function rebuildProjection(options: RebuildOptions): Promise<void> {
  const { schema, projection, onlyIfVoid } = options;
  await withRebuildLock(options, async (client) => {
    if (onlyIfVoid && !(await isVoid(client, schema, projection.name))) return;
    await besideTheLiveRows(client, options, async (shadow) => {
      await shadow.catchUp();
      await client.query('begin');
      await lockCheckpoint(client, schema, projection.name);
      await shadow.catchUp();
      await swap(client, options, shadow);
      await client.query('commit');
    });
  });
}

/**
 * Compares a projection's rows with those that the store gives. Holds the projection back while it compares.
 * Gives one line for each table that differs, with the number of rows on either side only.
 */
export async function compareWithStore(options: RebuildOptions): Promise<string[]> {
  const { schema, projection } = options;
  const differences: string[] = [];
  await withRebuildLock(options, async (client) => {
    const checkpoint = `select position from ${schema}.projection_checkpoints where name = $1`;
    const live = async (lock = '') =>
      (await client.query<{ position: Position }>(checkpoint + lock, [projection.name])).rows[0]?.position ?? '';
    await besideTheLiveRows(client, options, async (shadow) => {
      await shadow.catchUp(await live());
      await client.query('begin');
      await shadow.catchUp(await live(' for update'));
      for (const table of shadow.tables) {
        const { rows: counts } = await client.query<{ live: number; rebuilt: number }>(
          `select (select count(*) from (table ${schema}.${table} except all table ${shadow.schema}.${table}) l)::int as live,
                  (select count(*) from (table ${shadow.schema}.${table} except all table ${schema}.${table}) r)::int as rebuilt`,
        );
        const { live, rebuilt } = counts[0]!;
        if (live || rebuilt) differences.push(`${schema}.${table}: ${live} rows only live, ${rebuilt} rows only rebuilt`);
      }
      await client.query('rollback');
    });
  });
  return differences;
}

/** Does work on a connection that holds the lock of a read model's rebuilds and comparisons: one at a time. */
function withRebuildLock({ databaseUrl, schema, projection }: RebuildOptions, work: (client: pg.Client) => Promise<void>): Promise<void> {
  return withClient(databaseUrl, async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [rebuildLock(schema, projection.name)]);
    await work(client);
  });
}

/** Does work on a read model of its own beside the live one; rolls back what it left open when it fails. */
async function besideTheLiveRows(client: pg.Client, options: RebuildOptions, work: (shadow: Shadow) => Promise<void>): Promise<void> {
  const shadow = await Shadow.create(client, options);
  try {
    await work(shadow);
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the connection may be what failed
    throw error;
  } finally {
    await shadow.close(client).catch(() => {}); // what is left is dropped by the next rebuild
  }
}

/** Waits for a rebuild or comparison of the read model and lets none begin until the transaction ends. */
export async function holdRebuilds(sql: Sql, schema: string, projection: string): Promise<void> {
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [rebuildLock(schema, projection)]);
}

const rebuildLock = (schema: string, projection: string): string => `riggen.rebuild.${schema}.${projection}`;

async function isVoid(client: pg.Client, schema: string, projection: string): Promise<boolean> {
  const { rows } = await client.query<Checkpoint>(`select version from ${schema}.projection_checkpoints where name = $1`, [projection]);
  return rows[0]?.version === voidVersion;
}

async function swap(client: pg.Client, { schema, projection }: RebuildOptions, shadow: Shadow): Promise<void> {
  for (const table of shadow.tables) {
    await client.query(`drop table if exists ${schema}.${table}; alter table ${shadow.schema}.${table} set schema ${schema};`);
  }
  await client.query(
    `insert into ${schema}.projection_checkpoints (name, version, position) values ($1, $2, $3)
     on conflict (name) do update set version = excluded.version, position = excluded.position, updated_at = now()`,
    [projection.name, projection.version, shadow.position],
  );
  await forgetParked(client, schema, projection.name);
  const columns = 'projection, position, event_id, stream, type, reason, parked_at';
  await client.query(`insert into ${schema}.parked_events (${columns}) select ${columns} from ${shadow.schema}.parked_events`);
}

/** A projection's tables in a schema of their own, filled from the store. */
class Shadow {
  position: Position = '';
  private applied = 0;
  private readonly target: ProjectionTarget;

  private constructor(
    readonly schema: string,
    private readonly dataSource: DataSource,
    private readonly options: RebuildOptions,
  ) {
    const { projection, personalData } = options;
    this.target = { dataSource, move: checkpointMoves(dataSource, schema), schema, projection, ...(personalData && { personalData }) };
  }

  static async create(client: pg.Client, options: RebuildOptions): Promise<Shadow> {
    const { databaseUrl, projection } = options;
    const schema = `${options.schema}_rebuild_${projection.name.replaceAll('-', '_')}`;
    await client.query(`drop schema if exists ${schema} cascade`);
    await prepareSchema(client, schema);
    await client.query(`insert into ${schema}.projection_checkpoints (name, version, position) values ($1, $2, '')`, [
      projection.name,
      projection.version,
    ]);
    const dataSource = await openReadModels(databaseUrl, schema, projection.entities, 2, longPatience);
    await dataSource.synchronize();
    await protectTables(dataSource, schema);
    return new Shadow(schema, dataSource, options);
  }

  get tables(): string[] {
    return this.dataSource.entityMetadatas.map(({ tableName }) => `"${tableName}"`);
  }

  /** Applies what the store has, up to and including `until` where that is given. */
  async catchUp(until?: Position): Promise<void> {
    for await (const read of this.options.store.batches(this.position, batch)) {
      const events = until === undefined ? read : read.filter(({ position }) => position <= until);
      if (!events.length) return;
      await applyBatch(this.target, events, this.position);
      this.position = events.at(-1)!.position;
      this.applied += events.length;
      this.options.onProgress?.(this.applied);
    }
  }

  async close(client: pg.Client): Promise<void> {
    await this.dataSource.destroy();
    await client.query(`drop schema if exists ${this.schema} cascade`);
  }
}
