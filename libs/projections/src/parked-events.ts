import type { Position } from '@riggen/event-store';
import type { PublishedEvent } from '@riggen/messaging';
import type { Sql } from './checkpoints.js';

/** An event that a projection or reaction could not handle, or that waits behind such a one of its stream. */
export interface ParkedEvent {
  /** The name of the projection, or `reaction.` and that of the reaction. */
  projection: string;
  position: Position;
  eventId: string;
  stream: string;
  type: string;
  reason: string;
  /** When it was parked, as an ISO instant. */
  since: string;
}

export const waitingReason = 'waits behind an earlier event of its stream';

/** The statements that make the table in a schema. */
export const parkedEventsTable = (schema: string): string => `
  create table if not exists ${schema}.parked_events (
    projection text not null, position text collate "C" not null, event_id uuid not null, stream text not null,
    type text not null, reason text not null, parked_at timestamptz not null default now(),
    primary key (projection, event_id));
  alter table ${schema}.parked_events add column if not exists replay boolean not null default false;
  create index if not exists parked_events_by_stream on ${schema}.parked_events (projection, stream);`;

/** Parks events, each with its reason; one that is parked already gets the new reason and is not replayed. */
export async function park(
  sql: Sql,
  schema: string,
  projection: string,
  parked: { event: Pick<PublishedEvent, 'position' | 'id' | 'stream' | 'type'>; reason: string }[],
): Promise<void> {
  if (!parked.length) return;
  const column = (key: 'position' | 'id' | 'stream' | 'type') => parked.map(({ event }) => event[key]);
  await sql.query(
    `insert into ${schema}.parked_events (projection, position, event_id, stream, type, reason)
     select $1, * from unnest($2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[])
     on conflict (projection, event_id) do update set reason = excluded.reason, replay = false`,
    [projection, column('position'), column('id'), column('stream'), column('type'), parked.map(({ reason }) => reason)],
  );
}

/** Those of the streams of which an event is parked: what follows in them has to wait. */
export async function blockedStreams(sql: Sql, schema: string, projection: string, events: { stream: string }[]): Promise<Set<string>> {
  const rows: { stream: string }[] = await sql.query(
    `select distinct stream from ${schema}.parked_events where projection = $1 and stream = any($2)`,
    [projection, [...new Set(events.map(({ stream }) => stream))]],
  );
  return new Set(rows.map(({ stream }) => stream));
}

/** Takes an event off the list; false when it is not on it. */
export async function unpark(sql: Sql, schema: string, projection: string, eventId: string): Promise<boolean> {
  const [, count] = await sql.query(`delete from ${schema}.parked_events where projection = $1 and event_id = $2`, [projection, eventId]);
  return count > 0;
}

/** Empties the list of a projection or reaction that begins anew. */
export async function forgetParked(sql: Sql, schema: string, projection: string): Promise<void> {
  await sql.query(`delete from ${schema}.parked_events where projection = $1`, [projection]);
}

/** At most `limit` parked events of a schema, after one of them in the order of projection and position. */
export async function loadParked(
  sql: Sql,
  schema: string,
  after: Pick<ParkedEvent, 'projection' | 'position'> = { projection: '', position: '' },
  limit = 1_000,
): Promise<ParkedEvent[]> {
  return sql.query(
    `select projection, position, event_id as "eventId", stream, type, reason,
       to_char(parked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
     from ${schema}.parked_events where (projection, position) > ($1, $2) order by projection, position limit $3`,
    [after.projection, after.position, limit],
  );
}

/** How many events each projection and reaction of a schema has parked. */
export async function countParked(sql: Sql, schema: string): Promise<Map<string, number>> {
  const rows: { projection: string; parked: number }[] = await sql.query(
    `select projection, count(*)::int as parked from ${schema}.parked_events group by projection`,
  );
  return new Map(rows.map(({ projection, parked }) => [projection, parked]));
}

/** Asks for the parked events of a projection or reaction to be handled again; gives how many there are. */
export async function askForReplay(sql: Sql, schema: string, projection: string): Promise<number> {
  const [, count] = await sql.query(`update ${schema}.parked_events set replay = true where projection = $1`, [projection]);
  return count;
}

/** How many events of a projection or reaction have yet to be handled again. */
export async function countReplays(sql: Sql, schema: string, projection: string): Promise<number> {
  const [row]: { asked: number }[] = await sql.query(
    `select count(*)::int as asked from ${schema}.parked_events where projection = $1 and replay`,
    [projection],
  );
  return row!.asked;
}

/** A stream with parked events that are to be handled again, and their ids. */
export async function nextReplay(sql: Sql, schema: string, projection: string): Promise<{ stream: string; eventIds: string[] } | undefined> {
  const [row]: { stream: string; eventIds: string[] }[] = await sql.query(
    `select stream, array_agg(event_id) as "eventIds" from ${schema}.parked_events where projection = $1
     and stream = (select stream from ${schema}.parked_events where projection = $1 and replay order by position limit 1) group by stream`,
    [projection],
  );
  return row;
}

/** Leaves a stream parked whose event failed again: the event has the new reason, and nothing of the stream is asked for any more. */
export async function parkAgain(sql: Sql, schema: string, projection: string, stream: string, eventId: string, reason: string): Promise<void> {
  await sql.query(
    `update ${schema}.parked_events set replay = false, reason = case event_id when $3 then $4 else reason end
     where projection = $1 and stream = $2`,
    [projection, stream, eventId, reason],
  );
}
