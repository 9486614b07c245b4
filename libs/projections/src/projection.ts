import type { PublishedEvent } from '@riggen/messaging';
import { runPrepared } from './prepared.js';
import type { EntityManager, EntityTarget, MixedList, ObjectLiteral } from 'typeorm';

export type { PublishedEvent } from '@riggen/messaging';

/**
 * A read model: tables and how events change them. `version` is part of the definition: raise it when tables or `apply`
 * change, and the read model is rebuilt from the store.
 */
export interface Projection {
  name: string;
  version: number;
  entities: MixedList<Function>;
  /** The types of the events that it is made from; `apply` gets these only. */
  events: readonly string[];
  /** Says that it needs the personal data in events. To the others they are null, as those of an erased person are to all. */
  readsPersonalData?: boolean;
  /** Brings the rows up to date with a batch of events in order. Runs in the transaction that moves the checkpoint. */
  apply(events: PublishedEvent[], rows: EntityManager): Promise<void>;
}

/**
 * Writes rows, the last one winning where several have the same key; one statement per thousand rows. A property that no row
 * has keeps what the table has. The rows go as one JSON value: TypeORM makes a parameter of each column of each row.
 */
export async function upsert<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  keys: (keyof Row & string)[],
  rows: Row[],
): Promise<void> {
  const byKey = new Map(rows.map((row) => [JSON.stringify(keys.map((key) => row[key] as unknown)), row]));
  const unique = [...byKey.values()];
  const { tablePath, columns } = manager.connection.getMetadata(entity);
  const given = columns.map(({ propertyName }) => propertyName).filter((name) => unique.some((row) => row[name] !== undefined));
  const list = (names: string[]) => names.map((name) => `"${name}"`).join(', ');
  const changes = given.filter((name) => !keys.includes(name)).map((name) => `"${name}" = excluded."${name}"`);
  for (let start = 0; start < unique.length; start += 1_000) {
    await runPrepared(
      manager,
      `insert into ${tablePath} (${list(given)}) select ${list(given)} from json_populate_recordset(null::${tablePath}, $1)
       on conflict (${list(keys)}) do ${changes.length ? `update set ${changes.join(', ')}` : 'nothing'}`,
      [JSON.stringify(unique.slice(start, start + 1_000))],
    );
  }
}
