import type pg from 'pg';
import type { Position, ReadFilter, RecordedEvent, StoredRecord } from '../event-store.js';
import type { UnreadBatch } from '../read-ahead.js';
import { formatPosition, parsePosition, positionAt } from './position.js';

const inFlight = 'pg_snapshot_xmin(pg_current_snapshot())';
const afterPosition = '(e.tx, e.position) > ($1::xid8, $2::bigint)';
/** The expression of the index `events_by_category`. */
const ofCategory = "split_part(e.stream, '-', 1) = $4";

/**
 * One row for a whole batch: the texts make one JSON array, and positions and hashes one text of fixed widths. A row for each
 * event costs more to send, and to take apart, than the events themselves.
 */
const selectBatch = (condition: string) => `
select encode(string_agg(xid8send(e.tx) || int8send(e.position) || e.hash, '' order by e.tx, e.position), 'hex') as places,
  string_agg(e.body, ',' order by e.tx, e.position) as bodies
from (select e.tx, e.position, e.hash, e.body from event_store.events e
      where ${afterPosition} and e.tx < ${inFlight} ${condition}
      order by e.tx, e.position limit $3) e`;

const placeWidth = 96; // hex digits: transaction 16, position 16, hash 64

/** At most `limit` events after a position, of one category where it is given; undefined when there is none. */
export async function fetchBatch(pool: pg.Pool, after: Position, limit: number, { category }: ReadFilter = {}): Promise<UnreadBatch | undefined> {
  const { tx, position } = parsePosition(after);
  const statement =
    category === undefined
      ? { name: 'read-all', text: selectBatch(''), values: [tx, position, limit] }
      : { name: 'read-category', text: selectBatch(`and ${ofCategory}`), values: [tx, position, limit, category] };
  const { rows } = await pool.query<[places: string | null, bodies: string | null]>({ ...statement, rowMode: 'array' });
  const [places, bodies] = rows[0]!;
  if (places === null || bodies === null) return undefined;
  return { last: positionAt(places, places.length - placeWidth), events: () => eventsOf(places, bodies) };
}

function eventsOf(places: string, bodies: string): RecordedEvent[] {
  const events = JSON.parse(`[${bodies}]`) as RecordedEvent[];
  if (events.length * placeWidth !== places.length) throw new Error('The store holds what is no event: run riggen verify');
  events.forEach((event, index) => {
    const at = index * placeWidth;
    event.position = positionAt(places, at);
    event.hash = places.slice(at + 32, at + placeWidth);
  });
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
           from event_store.events e where ${afterPosition} and e.tx < ${inFlight} order by e.tx, e.position limit $3`,
    values: [tx, position, limit],
  });
  return rows.map(({ position: number, tx_text, body, hash, event_id: id, command_id: commandId, recorded_at, ...columns }) => {
    const { stream, version, ordinal, type, fingerprint } = columns;
    const filedUnder = { stream, version, id, type, commandId, ordinal, fingerprint, recordedAt: recorded_at.toISOString() };
    return { position: formatPosition(tx_text, number), body, hash, filedUnder };
  });
}
