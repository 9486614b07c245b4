import pg from 'pg';
import type { Position, ReadFilter, RecordedEvent, StoredRecord, StreamEvent } from '../event-store.js';
import type { Unread } from '../read-ahead.js';
import { eventOf, streamEventOf } from '../record.js';
import { copyRows } from './copied-rows.js';
import { formatPosition, parsePosition } from './position.js';
import { textRows } from './text-rows.js';
import { UnreadEvents } from './unread-events.js';

const inOrder = (tx: string, position: string, limit: string) => `(e.tx, e.position) > (${tx}::xid8, ${position}::bigint)
  and e.tx < pg_snapshot_xmin(pg_current_snapshot()) order by e.tx, e.position limit ${limit}`;
const inOrderByParameters = inOrder('$1', '$2', '$3');
/** By the index on this very expression. */
const ofCategory = (category: string) => `split_part(e.stream, '-', 1) = ${category}`;

const readAll = `select e.tx, e.position, e.body from event_store.events e where ${inOrderByParameters}`;
const readCategory = `select e.tx, e.position, e.body from event_store.events e where ${ofCategory('$4')} and ${inOrderByParameters}`;
/** Each stream is looked up by itself, which the order within says: a plain join is kept as one that reads the whole table where it was empty first. */
export const readStreams = `select e.tx, e.position, e.body, e.hash, asked.ordinality from unnest($1::text[], $2::int[]) with ordinality asked (stream, version)
  cross join lateral (select e.* from event_store.events e
    where e.stream = asked.stream and e.version > asked.version order by e.version) e order by asked.ordinality, e.version`;

/** At most `limit` events after a position, of one category where it is given. */
export async function fetchEvents(pool: pg.Pool, after: Position, limit: number, { category }: ReadFilter = {}): Promise<RecordedEvent[]> {
  const { tx, position } = parsePosition(after);
  const statement =
    category === undefined
      ? { name: 'read-all', text: readAll, values: [tx, position, limit] }
      : { name: 'read-category', text: readCategory, values: [tx, position, limit, category] };
  return (await textRows(pool, statement)).map((row) => eventOf(row[2]!, formatPosition(row[0]!, row[1]!)));
}

/** The same, unread and in the way that is fastest for many; undefined when there is none. */
export async function fetchMany(pool: pg.Pool, after: Position, limit: number, { category }: ReadFilter = {}): Promise<Unread | undefined> {
  const { tx, position } = parsePosition(after); // digits only, as a COPY takes no parameters
  const chosen = category === undefined ? '' : `${ofCategory(pg.escapeLiteral(category))} and `;
  const events = new UnreadEvents();
  const select = `select e.tx, e.position, e.body from event_store.events e where ${chosen}${inOrder(`'${tx}'`, `'${position}'`, String(limit))}`;
  await copyRows(pool, select, (row) => events.take(row));
  return events.end();
}

/** The text of a bytea is \\x and hex. */
const asStreamEvent = ([tx, position, body, hash]: string[]): StreamEvent => streamEventOf(body!, formatPosition(tx!, position!), hash!.slice(2));

/** The end of a stream: what follows a version. */
export interface StreamEnd {
  stream: string;
  afterVersion: number;
}

/** The events of each of some streams after a version, in the order in which they are asked for. */
export async function fetchStreams(pool: pg.Pool, ends: StreamEnd[]): Promise<StreamEvent[][]> {
  const values = [ends.map(({ stream }) => stream), ends.map(({ afterVersion }) => afterVersion)];
  const events: StreamEvent[][] = ends.map(() => []);
  for (const row of await textRows(pool, { name: 'read-streams', text: readStreams, values })) events[Number(row[4]) - 1]!.push(asStreamEvent(row));
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
           from event_store.events e where ${inOrderByParameters}`,
    values: [tx, position, limit],
  });
  return rows.map(({ position: number, tx_text, body, hash, event_id: id, command_id: commandId, recorded_at, ...columns }) => {
    const { stream, version, ordinal, type, fingerprint } = columns;
    const filedUnder = { stream, version, id, type, commandId, ordinal, fingerprint, recordedAt: recorded_at.toISOString() };
    return { position: formatPosition(tx_text, number), body, hash, filedUnder };
  });
}
