import type { Projection, PublishedEvent } from '@riggen/projections';
import { overviewTables } from './overview.tables.js';
import { gatheringRows, placeCounts } from './gathering-rows.projection.js';
import { peopleRows } from './people-rows.projection.js';
import { publications } from './published-coverage.projection.js';
import { positionRows } from './position-rows.projection.js';
import { RowsWriter } from './rows-writer.projection.js';

/** What one event changes. Handlers are found by the event's type. */
export type Handlers = Record<string, (data: never, event: PublishedEvent, rows: RowsWriter) => void | Promise<void>>;

const handlers: Handlers = { ...gatheringRows, ...peopleRows, ...positionRows, ...publications };

/** Everything that pages of training show, that coverage is counted from, and what is published of it. */
export const overview: Projection = {
  name: 'overview',
  version: 4,
  entities: overviewTables,
  events: Object.keys(handlers),
  apply: async (events, manager) => {
    const rows = new RowsWriter(manager);
    for (const event of events) await handlers[event.type]!(event.data as never, event, rows);
    await rows.flush();
    await placeCounts(events, manager);
  },
};
