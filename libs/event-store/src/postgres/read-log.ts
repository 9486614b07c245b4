import type pg from 'pg';
import type { Position, ReadFilter, RecordedEvent, StoredRecord } from '../event-store.js';
import type { Unread } from '../read-ahead.js';
import { eventOf } from '../record.js';
import { formatPosition, parsePosition } from './position.js';
import { textRows } from './text-rows.js';

const inOrder = `(e.tx, e.position) > ($1::xid8, $2::bigint) and e.tx < pg_snapshot_xmin(pg_current_snapshot())
  order by e.tx, e.position limit $3`;

// The server writes these columns as texts faster than it makes anything better of them.
const eventColumns = 'e.tx, e.position, e.body, e.hash';
const readAll = `select ${eventColumns} from event_store.events e where ${inOrder}`;
/** By the index on this very expression. */
const readCategory = `select ${eventColumns} from event_store.events e where split_part(e.stream, '-', 1) = $4 and ${inOrder}`;
/** Each stream is looked up by itself, which the order within says: a plain join is kept as one that reads the whole table where it was empty first. */
const readStreams = `select ${eventColumns}, asked.ordinality from unnest($1::text[], $2::int[]) with ordinality asked (stream, version)
  cross join lateral (select ${eventColumns}, e.version from event_store.events e
    where e.stream = asked.stream and e.version > asked.version order by e.version) e order by asked.ordinality, e.version`;

/** The text of a bytea is \\x and hex. */
const asEvent = ([tx, position, body, hash]: string[]): RecordedEvent => eventOf(body!, formatPosition(tx!, position!), hash!.slice(2));

/** At most `limit` events after a position, of one category where it is given; undefined when there is none. */
export async function fetchEvents(pool: pg.Pool, after: Position, limit: number, { category }: ReadFilter = {}): Promise<Unread | undefined> {
  const { tx, position } = parsePosition(after);
  const statement =
    category === undefined
      ? { name: 'read-all', text: readAll, values: [tx, position, limit] }
      : { name: 'read-category', text: readCategory, values: [tx, position, limit, category] };
  const rows = await textRows(pool, statement);
  const last = rows.at(-1);
  const events = (from: number, to: number) => rows.slice(from, to).map(asEvent);
  return last && { last: formatPosition(last[0]!, last[1]!), length: rows.length, events };
}

/** The end of a stream: what follows a version. */
export interface StreamEnd {
  stream: string;
  afterVersion: number;
}

/** The events of each of some streams after a version, in the order in which they are asked for. */
export async function fetchStreams(pool: pg.Pool, ends: StreamEnd[]): Promise<RecordedEvent[][]> {
  const values = [ends.map(({ stream }) => stream), ends.map(({ afterVersion }) => afterVersion)];
  const events: RecordedEvent[][] = ends.map(() => []);
  for (const row of await textRows(pool, { name: 'read-streams', text: readStreams, values })) events[Number(row[4]) - 1]!.push(asEvent(row));
  return events;
}

interface RecordRow {
  position: string;
  tx_text: string;
  body: string;
  hash: string;
  stream: string;
  version: number;
  event_id: string;
  command_id: string;
  ordinal: number;
  type: string;
  recorded_at: Date;
  fingerprint: string;
}

/** At most `limit` events after a position as they are stored, each with the columns that it is found by. */
export async function fetchRecords(pool: pg.Pool, after: Position, limit: number): Promise<StoredRecord[]> {
  const { tx, position } = parsePosition(after);
  const { rows } = await pool.query<RecordRow>({
    name: 'read-records',
    text: `select e.position, e.tx::text as tx_text, e.body, encode(e.hash, 'hex') as hash, e.stream, e.version, e.event_id,
             e.command_id, e.ordinal, e.type, e.recorded_at, e.fingerprint
           from event_store.events e where ${inOrder}`,
    values: [tx, position, limit],
  });
  return rows.map(({ position: number, tx_text, body, hash, event_id: id, command_id: commandId, recorded_at, ...columns }) => {
    const { stream, version, ordinal, type, fingerprint } = columns;
    const filedUnder = { stream, version, id, type, commandId, ordinal, fingerprint, recordedAt: recorded_at.toISOString() };
    return { position: formatPosition(tx_text, number), body, hash, filedUnder };
  });
}
