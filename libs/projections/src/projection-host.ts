import { type EventStore, type PersonalData, type Position, withClient } from '@riggen/event-store';
import { type EventStream, whileLeading } from '@riggen/messaging';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { applyBatch, applyParked } from './apply-batch.js';
import { checkpointMoves, type MoveCheckpoint } from './checkpoint-moves.js';
import { type Checkpoint, loadCheckpoints, prepareSchema } from './checkpoints.js';
import type { EventConsumer } from './live-consumer.js';
import { countParked } from './parked-events.js';
import type { Projection } from './projection.js';
import { openReadModels } from './read-models.js';
import { rebuildProjection } from './rebuild.js';
import { runConsumers } from './run-consumers.js';
import { protectTables } from './row-security.js';

/** How a read model is. `lagSeconds`: how long the oldest event that it has not applied has been waiting; 0 without one. */
export interface ProjectionStatus {
  name: string;
  position: Position;
  lagSeconds: number;
  parked: number;
}

const secondsSince = (instant: string | undefined): number => (instant ? Math.max(0, (Date.now() - Date.parse(instant)) / 1000) : 0);

export interface ProjectionHostOptions {
  databaseUrl: string;
  schema: string;
  projections: Projection[];
  store: EventStore;
  personalData?: PersonalData;
  stream: EventStream;
  onError: (error: unknown) => void;
}

/** The read models of one service: built where they are missing or changed, kept up to date by one process at a time. */
export class ProjectionHost {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  /** Moves the checkpoints of the service's projections and other consumers. */
  readonly move: MoveCheckpoint;
  private consumers: Set<string>;
  private readonly looking: { now?: Promise<Checkpoint[]>; next?: Promise<Checkpoint[]> } = {};

  private constructor(
    private readonly options: ProjectionHostOptions,
    /** The service's tables, for its queries. */
    readonly tables: DataSource,
  ) {
    this.move = checkpointMoves(tables, options.schema);
    this.consumers = new Set(options.projections.map(({ name }) => name));
  }

  /** Prepares the tables; a projection that is new or whose version has changed is rebuilt before this resolves. */
  static async open(options: ProjectionHostOptions): Promise<ProjectionHost> {
    const { databaseUrl, schema, projections } = options;
    await withClient(databaseUrl, (client) => prepareSchema(client, schema));
    const entities = projections.flatMap((projection) => projection.entities as Function[]);
    const tables = await openReadModels(databaseUrl, schema, entities);
    try {
      await ProjectionHost.build(options, tables);
    } catch (error) {
      await tables.destroy();
      throw error;
    }
    return new ProjectionHost(options, tables);
  }

  private static async build({ databaseUrl, schema, projections, store, personalData }: ProjectionHostOptions, tables: DataSource): Promise<void> {
    const built = new Map((await loadCheckpoints(tables, schema)).map(({ name, version }) => [name, version]));
    for (const projection of projections) {
      if (built.get(projection.name) !== projection.version) {
        await rebuildProjection({ databaseUrl, schema, projection, store, personalData });
      }
    }
    await protectTables(tables, schema); // those of an earlier release; a rebuild makes them with their policies
  }

  /** Keeps the projections, and other consumers of the service, up to date in the one process that leads, until `close`. */
  start(others: EventConsumer[] = []): void {
    const { databaseUrl, schema, store, stream, onError } = this.options;
    const consumers = [...this.projectionConsumers(), ...others];
    this.consumers = new Set(consumers.map(({ name }) => name));
    const runAll = (signal: AbortSignal) => runConsumers(schema, consumers, { sql: this.tables, move: this.move, store, stream, onError }, signal);
    this.running = whileLeading(databaseUrl, `projections.${schema}`, runAll, this.stopping.signal, onError);
  }

  /** Whether the named projections have reached a position, or do so within `patience` milliseconds. */
  async reach(position: Position, names: string[], patience: number): Promise<boolean> {
    const deadline = performance.now() + patience;
    for (;;) {
      const reached = new Map((await this.checkpoints()).map((checkpoint) => [checkpoint.name, checkpoint.position]));
      if (names.every((name) => (reached.get(name) ?? '') >= position)) return true;
      if (performance.now() >= deadline) return false;
      await sleep(5);
    }
  }

  /** The checkpoint of each projection and other consumer, its lag and its number of parked events. */
  async status(): Promise<ProjectionStatus[]> {
    const { schema, store } = this.options;
    const parked = await countParked(this.tables, schema);
    const checkpoints = (await loadCheckpoints(this.tables, schema)).filter(({ name }) => this.consumers.has(name));
    return Promise.all(
      checkpoints.map(async ({ name, position }) => ({
        name: `${schema}.${name}`,
        position,
        lagSeconds: secondsSince((await store.readAll(position, 1))[0]?.recordedAt),
        parked: parked.get(name) ?? 0,
      })),
    );
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.tables.destroy();
  }

  private projectionConsumers(): EventConsumer[] {
    const { databaseUrl, schema, projections, store, personalData } = this.options;
    return projections.map((projection) => {
      const target = { dataSource: this.tables, move: this.move, schema, projection, personalData };
      return {
        ...{ schema, name: projection.name, events: projection.events },
        apply: (events, from) => applyBatch(target, events, from),
        applyParked: (event) => applyParked(target, event),
        beginAnew: () => rebuildProjection({ databaseUrl, schema, projection, store, personalData, onlyIfVoid: true }),
      };
    });
  }

  /**
   * The checkpoints as they are in the table, which alone knows when another process leads or the store was replaced. Callers
   * who come while one look is under way share the next one: what it sees is newer than their question.
   */
  private checkpoints(): Promise<Checkpoint[]> {
    const look = async () => {
      await this.looking.now?.catch(() => {});
      this.looking.now = this.looking.next;
      this.looking.next = undefined;
      return loadCheckpoints(this.tables, this.options.schema);
    };
    return (this.looking.next ??= look());
  }
}
