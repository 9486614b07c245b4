import { EntitySchema } from 'typeorm';
import { RowsOf } from '../../libs/projections/dist/index.js';
import { sampleEvent } from './sample-event.mjs';

class Counted {}
RowsOf('internal')(Counted);
const Tally = new EntitySchema({
  name: 'Tally',
  target: Counted,
  tableName: 'tally',
  columns: { key: { type: 'text', primary: true }, count: { type: 'integer' } },
});

/** Counts of a batch by the first letters of the event's id: 4,096 rows. */
export function countsOf(events) {
  const counts = new Map();
  for (const { id } of events) {
    const key = id.slice(-3);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export const upsertInto = (table) => `insert into ${table} (key, count) select * from unnest($1::text[], $2::int[])
  on conflict (key) do update set count = ${table}.count + excluded.count`;

/** The counting read model as a projection of the product. */
export const countingProjection = {
  name: 'tally',
  version: 1,
  entities: [Tally],
  events: [sampleEvent().type],
  apply: async (events, rows) => {
    const counts = countsOf(events);
    await rows.query(upsertInto(rows.connection.getMetadata(Counted).tablePath), [[...counts.keys()], [...counts.values()]]);
  },
};
