import type { EventStore, Position } from '@riggen/event-store';
import { type EventStream, whileLeading } from '@riggen/messaging';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { loadCheckpoints, loadParked, prepareSchema } from './checkpoints.js';
import { LiveProjection } from './live-projection.js';
import type { Projection } from './projection.js';
import { openReadModels } from './read-models.js';
import { rebuildProjection } from './rebuild.js';

export interface ProjectionHostOptions {
  databaseUrl: string;
  schema: string;
  projections: Projection[];
  store: EventStore;
  stream: EventStream;
  onError: (error: unknown) => void;
}

/** The read models of one service: built where they are missing or changed, kept up to date by one process at a time. */
export class ProjectionHost {
  private readonly stopping = new AbortController();
  private readonly reached = new Map<string, Position>();
  private running: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: ProjectionHostOptions,
    /** The service's tables, for its queries. */
    readonly tables: DataSource,
  ) {}

  /** Prepares the tables; a projection that is new or whose version has changed is rebuilt before this resolves. */
  static async open(options: ProjectionHostOptions): Promise<ProjectionHost> {
    const { databaseUrl, schema, projections, store } = options;
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
    await prepareSchema(pool, schema);
    await pool.end();
    const entities = projections.flatMap((projection) => projection.entities as Function[]);
    const tables = await openReadModels(databaseUrl, schema, entities);
    const built = new Map((await loadCheckpoints(tables, schema)).map(({ name, version }) => [name, version]));
    for (const projection of projections) {
      if (built.get(projection.name) !== projection.version) {
        await rebuildProjection({ databaseUrl, schema, projection, store });
      }
    }
    return new ProjectionHost(options, tables);
  }

  /** Keeps the projections up to date, in the one process that leads, until `close`. */
  start(): void {
    const { databaseUrl, schema, projections, store, stream, onError } = this.options;
    const runAll = async (signal: AbortSignal) => {
      const lives = projections.map((projection) => {
        const target = { dataSource: this.tables, schema, projection, blocked: new Set<string>() };
        const moved = (position: Position) => this.reached.set(projection.name, position);
        return new LiveProjection(target, store, stream, moved, onError).run(signal);
      });
      await Promise.all(lives);
    };
    this.running = whileLeading(databaseUrl, `projections.${schema}`, runAll, this.stopping.signal, onError);
  }

  /** Whether the named projections have reached a position, or do so within `patience` milliseconds. */
  async reach(position: Position, names: string[], patience: number): Promise<boolean> {
    const deadline = Date.now() + patience;
    const behind = () => names.some((name) => (this.reached.get(name) ?? '') < position);
    while (behind()) {
      await this.refresh();
      if (!behind()) return true;
      if (Date.now() >= deadline) return false;
      await sleep(5);
    }
    return true;
  }

  /** Each projection's checkpoint and number of parked events. */
  async status(): Promise<{ name: string; position: Position; parked: number }[]> {
    const parked = await loadParked(this.tables, this.options.schema);
    return (await loadCheckpoints(this.tables, this.options.schema)).map(({ name, position }) => ({
      name: `${this.options.schema}.${name}`,
      position,
      parked: parked.filter(({ projection }) => projection === name).length,
    }));
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.tables.destroy();
  }

  /** A standby does not see the leader's progress in memory: it asks the table. */
  private async refresh(): Promise<void> {
    for (const { name, position } of await loadCheckpoints(this.tables, this.options.schema)) {
      if ((this.reached.get(name) ?? '') < position) this.reached.set(name, position);
    }
  }
}
