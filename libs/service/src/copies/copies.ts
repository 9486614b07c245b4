import type { EventDefinition } from '@riggen/contracts';
import { together } from '@riggen/event-store';
import { type Projection, type PublishedEvent, RowsOf, upsert } from '@riggen/projections';
import {
  Between,
  Column,
  Entity,
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  type ObjectLiteral,
  PrimaryColumn,
} from 'typeorm';
import type { z } from 'zod';

/** What the data of an event definition look like. */
export type DataOf<Definition extends EventDefinition> = z.infer<Definition['schema']>;

/** One thing that a service knows of another's streams. */
@Entity('copies')
@RowsOf('internal')
export class Copy {
  @PrimaryColumn({ type: 'text' })
  event!: string;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  id!: string;

  @Column({ type: 'jsonb' })
  data!: object;
}

/** An event whose data a service keeps, the keys to find them by, and the event that they are found as where that is another. */
export interface CopiedEvent {
  event: EventDefinition;
  ids(data: never): string[];
  as?: EventDefinition;
}

/**
 * Says which events a service copies: `copied(caseworkerRegistered, ({ personId }) => [personId])`.
 * An event that says in full what an earlier one has become is copied `as` that one, in whose stream it is: the newest is found.
 */
export function copied<Definition extends EventDefinition, As extends EventDefinition = Definition>(
  event: Definition,
  ids: (data: DataOf<Definition>) => string[],
  as?: DataOf<Definition> extends DataOf<As> ? As : never,
): CopiedEvent {
  return { event, ids, ...(as && { as }) };
}

/** The small copy that a service keeps of what it must know of others, made from their events. */
export function copiesProjection(version: number, copiedEvents: CopiedEvent[]): Projection {
  const byType = new Map(copiedEvents.map((entry) => [entry.event.type, entry]));
  const rowsOf = (event: PublishedEvent): Copy[] => {
    const entry = byType.get(event.type);
    return (entry?.ids(event.data as never) ?? []).map((id) => ({ event: (entry!.as ?? event).type, id, data: event.data as object }));
  };
  return {
    name: 'copies',
    version,
    entities: [Copy],
    events: [...byType.keys()],
    apply: (events, rows) => upsert(rows, Copy, ['event', 'id'], events.flatMap(rowsOf)),
  };
}

/** How a decision looks up what its service must know of others. */
export interface Lookups {
  /** The data of the copied event with this key, or undefined when it is not known. */
  find<Definition extends EventDefinition>(event: Definition, id: string): Promise<DataOf<Definition> | undefined>;
  /** The data of the copied events whose keys begin with a text, in the order of their keys. */
  list<Definition extends EventDefinition>(event: Definition, beginning: string): Promise<DataOf<Definition>[]>;
  /** The first row of the service's own read model that fits. It may be late: for what helps people, not for what must hold. */
  row<Row extends ObjectLiteral>(entity: EntityTarget<Row>, where: FindOptionsWhere<Row>): Promise<Row | undefined>;
}

/** Looks things up in the service's own copies; those that are looked for at the same time in one query. */
export function lookupsIn(tables: EntityManager): Lookups {
  const find = together(async (asked: Pick<Copy, 'event' | 'id'>[]) => {
    const found: (Copy & { at: string })[] = await tables.query(
      `select asked.ordinality as at, c.data from unnest($1::text[], $2::text[]) with ordinality asked (event, id)
       join ${tables.connection.getMetadata(Copy).tablePath} c on c.event = asked.event and c.id = asked.id`,
      [asked.map(({ event }) => event), asked.map(({ id }) => id)],
    );
    const data = new Map(found.map((row) => [Number(row.at), row.data]));
    return asked.map((_, index) => data.get(index + 1));
  });
  return {
    find: async (event, id) => (await find({ event: event.type, id })) as DataOf<typeof event> | undefined,
    list: async (event, beginning) =>
      (await tables.find(Copy, { where: { event: event.type, id: Between(beginning, `${beginning}\u{10ffff}`) }, order: { id: 'asc' } })).map(
        ({ data }) => data as DataOf<typeof event>,
      ),
    row: async (entity, where) => (await tables.findOneBy(entity, where)) ?? undefined,
  };
}
