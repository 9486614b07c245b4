import pg from 'pg';
import type { AppendRequest, AppendResult, EarlierCommand, EventStore, Position, ReadFilter, RecordedEvent, StoredRecord } from '../event-store.js';
import { readAhead } from '../read-ahead.js';
import { type EventRecord, recordsOf } from '../record.js';
import { binaryArray } from './binary-array.js';
import { GroupCommitter } from './group-committer.js';
import { formatPosition } from './position.js';
import { fetchBatch, fetchRecords, fetchStream } from './read-log.js';
import { createEventStoreSchema } from './schema.js';

// The hash is checked with the version: a restore may have put another history of the same length in place of a stream.
// Each check is a scalar subquery with a limit: the kept plan then goes by the index, however long the arrays are. As a join
// it was seen to read the whole index for every command.
const appendGroup = `
with command as (
  select c.* from unnest($1::int[], $2::text[], $3::int[], $13::bytea[], $4::uuid[], $5::text[])
    as c (no, stream, expected_version, expected_hash, command_id, fingerprint)
  where coalesce(
      (select e.version = c.expected_version and e.hash = c.expected_hash
       from event_store.events e where e.stream = c.stream order by e.version desc limit 1), c.expected_version = 0)
    and (select e.ordinal from event_store.events e where e.command_id = c.command_id and e.ordinal = 0 limit 1) is null
)
insert into event_store.events (stream, version, event_id, command_id, ordinal, type, recorded_at, fingerprint, body, hash)
select c.stream, n.version, n.event_id, c.command_id, n.version - c.expected_version - 1, n.type, $12::timestamptz,
  c.fingerprint, n.body, n.hash
from unnest($6::int[], $7::int[], $8::uuid[], $9::text[], $10::text[], $11::bytea[])
  with ordinality as n (command_no, version, event_id, type, body, hash, place)
join command c on c.no = n.command_no
order by n.place
returning command_id, tx::text as tx_text, position`;

const appendOne = `
insert into event_store.events (stream, version, event_id, command_id, ordinal, type, recorded_at, fingerprint, body, hash)
select $1, $2, $3, $4, 0, $5, $6, $7, $8, $9
where coalesce(
    (select e.version = $2 - 1 and e.hash = $10 from event_store.events e where e.stream = $1 order by e.version desc limit 1), $2 = 1)
  and (select e.ordinal from event_store.events e where e.command_id = $4 and e.ordinal = 0 limit 1) is null
returning command_id, tx::text as tx_text, position`;

const uniqueViolation = '23505';

/** The event store on PostgreSQL: one table, group commit, keyset reads that never pass a transaction in flight. */
export class PostgresEventStore implements EventStore {
  private readonly committer = new GroupCommitter((group) => this.write(group));

  private constructor(private readonly pool: pg.Pool) {}

  /** Opens the store of a database and creates its tables where they are missing. */
  static async open(options: pg.PoolConfig): Promise<PostgresEventStore> {
    const pool = new pg.Pool({ max: 4, application_name: 'riggen event store', ...options });
    pool.on('error', () => {}); // an idle connection that breaks is replaced at the next use
    await createEventStoreSchema(pool);
    return new PostgresEventStore(pool);
  }

  append(request: AppendRequest): Promise<AppendResult> {
    if (!request.events.length) throw new Error('An append needs at least one event');
    return this.committer.append(request);
  }

  async findCommand(commandId: string): Promise<EarlierCommand | undefined> {
    const { rows } = await this.pool.query<{ stream: string; fingerprint: string; tx_text: string; position: string }>(
      `select e.stream, e.fingerprint, e.tx::text as tx_text, e.position from event_store.events e
       where e.command_id = $1 and e.ordinal = 0`,
      [commandId],
    );
    const [row] = rows;
    return row && { stream: row.stream, fingerprint: row.fingerprint, position: formatPosition(row.tx_text, row.position) };
  }

  readStream(stream: string, afterVersion = 0): Promise<RecordedEvent[]> {
    return fetchStream(this.pool, stream, afterVersion);
  }

  async readAll(after: Position, limit: number, filter?: ReadFilter): Promise<RecordedEvent[]> {
    return (await fetchBatch(this.pool, after, limit, filter))?.events() ?? [];
  }

  batches(after: Position, size: number, filter?: ReadFilter): AsyncIterable<RecordedEvent[]> {
    return readAhead((from) => fetchBatch(this.pool, from, size, filter), after);
  }

  readRecords(after: Position, limit: number): Promise<StoredRecord[]> {
    return fetchRecords(this.pool, after, limit);
  }

  async size(): Promise<number> {
    const { rows } = await this.pool.query<{ events: number }>('select count(*)::int as events from event_store.events');
    return rows[0]!.events;
  }

  async lastPosition(): Promise<Position> {
    const { rows } = await this.pool.query<{ tx_text: string; position: string }>(
      `select e.tx::text as tx_text, e.position from event_store.events e
       where e.tx < pg_snapshot_xmin(pg_current_snapshot()) order by e.tx desc, e.position desc limit 1`,
    );
    return rows[0] ? formatPosition(rows[0].tx_text, rows[0].position) : '';
  }

  async close(): Promise<void> {
    await this.committer.idle();
    await this.pool.end();
  }

  private async write(group: AppendRequest[]): Promise<(AppendResult | Error)[]> {
    try {
      return await this.writeTogether(group);
    } catch (error) {
      if ((error as { code?: string }).code !== uniqueViolation) throw error;
      if (group.length === 1) return [await this.whyNotWritten(group[0]!)];
      // Another process was first with one of them: one at a time, so that the others do not suffer.
      const results: (AppendResult | Error)[] = [];
      for (const request of group) results.push(...(await this.write([request]).catch((reason: Error) => [reason])));
      return results;
    }
  }

  private async writeTogether(group: AppendRequest[]): Promise<AppendResult[]> {
    const recordedAt = new Date().toISOString();
    const made = group.map((request) => recordsOf(request, recordedAt));
    const flat = made.flatMap(({ records }, no) => records.map((record) => ({ no, ...record })));
    const statement = flat.length === 1 ? statementForOne(group[0]!, flat[0]!) : statementForGroup(group, flat, recordedAt);
    const { rows } = await this.pool.query<{ command_id: string; tx_text: string; position: string }>(statement);
    const last = new Map(rows.map((row) => [row.command_id, formatPosition(row.tx_text, row.position)]));
    return Promise.all(
      group.map(async (request, no): Promise<AppendResult> => {
        const position = last.get(request.envelope.commandId);
        return position ? { outcome: 'appended', head: made[no]!.head, position } : this.whyNotWritten(request);
      }),
    );
  }

  private async whyNotWritten({ envelope }: AppendRequest): Promise<AppendResult> {
    const earlier = await this.findCommand(envelope.commandId);
    return earlier ? { outcome: 'duplicate', ...earlier } : { outcome: 'conflict' };
  }
}

function statementForOne({ stream, envelope, expected }: AppendRequest, record: EventRecord): pg.QueryConfig {
  const { version, id, type, recordedAt, body, hash } = record;
  const hashes = [hash, expected.hash].map((hex) => Buffer.from(hex, 'hex'));
  const values = [stream, version, id, envelope.commandId, type, recordedAt, envelope.fingerprint, body, ...hashes];
  return { name: 'append-one', text: appendOne, values };
}

function statementForGroup(group: AppendRequest[], flat: (EventRecord & { no: number })[], recordedAt: string): pg.QueryConfig {
  const values = [
    binaryArray('int4', group.map((_, no) => no)),
    binaryArray('text', group.map(({ stream }) => stream)),
    binaryArray('int4', group.map(({ expected }) => expected.version)),
    binaryArray('uuid', group.map(({ envelope }) => envelope.commandId)),
    binaryArray('text', group.map(({ envelope }) => envelope.fingerprint)),
    binaryArray('int4', flat.map(({ no }) => no)),
    binaryArray('int4', flat.map(({ version }) => version)),
    binaryArray('uuid', flat.map(({ id }) => id)),
    binaryArray('text', flat.map(({ type }) => type)),
    binaryArray('text', flat.map(({ body }) => body)),
    binaryArray('bytea', flat.map(({ hash }) => Buffer.from(hash, 'hex'))),
    recordedAt,
    binaryArray('bytea', group.map(({ expected }) => Buffer.from(expected.hash, 'hex'))),
  ];
  return { name: 'append-group', text: appendGroup, values };
}
