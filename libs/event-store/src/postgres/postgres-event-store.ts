import type pg from 'pg';
import type { AppendRequest, AppendResult, EarlierCommand, EventStore, Position, ReadFilter, RecordedEvent, StoredRecord, StreamEvent } from '../event-store.js';
import { readAhead } from '../read-ahead.js';
import { together } from '../together.js';
import { type EventRecord, recordsOf } from '../record.js';
import { binaryArray } from './binary-array.js';
import { openPool } from './connections.js';
import { GroupCommitter } from './group-committer.js';
import { formatPosition } from './position.js';
import { fetchEvents, fetchMany, fetchRecords, fetchStreams, type StreamEnd } from './read-log.js';
import { createEventStoreSchema } from './schema.js';
import { textRows } from './text-rows.js';

// The hash is checked with the version: a restore may have put another history of the same length in place of a stream. All
// events of a command ask the same of one snapshot, so they are written together or not at all. The check is a scalar subquery
// with a limit: the kept plan goes by the index. As a join it was seen to read the whole index for every command. That a command
// id is new is left to its unique index: a look beforehand for each event costs a sixth of the append.
const columns = 'stream, version, event_id, command_id, ordinal, type, recorded_at, fingerprint, body, hash';
const headOfStream = 'from event_store.events e where e.stream = n.stream order by e.version desc limit 1';

const appendGroup = `
insert into event_store.events (${columns})
select n.stream, n.version, n.event_id, n.command_id, n.ordinal, n.type, $11::timestamptz, n.fingerprint, n.body, n.hash
from unnest($1::text[], $2::int[], $3::uuid[], $4::uuid[], $5::int[], $6::text[], $7::text[], $8::text[], $9::bytea[], $10::bytea[])
  as n (stream, version, event_id, command_id, ordinal, type, fingerprint, body, hash, expected_hash)
where coalesce((select e.version = n.version - n.ordinal - 1 and e.hash = n.expected_hash ${headOfStream}), n.version - n.ordinal = 1)
returning command_id, tx, position`;

const appendOne = `
insert into event_store.events (${columns})
select $1, $2, $3, $4, 0, $5, $6, $7, $8, $9
where coalesce((select e.version = $2 - 1 and e.hash = $10 from event_store.events e where e.stream = $1 order by e.version desc limit 1), $2 = 1)
returning command_id, tx, position`;

const uniqueViolation = '23505';
/** The event store on PostgreSQL: one table, group commit, keyset reads that never pass a transaction in flight. */
export class PostgresEventStore implements EventStore {
  private readonly committer = new GroupCommitter((group) => this.write(group));
  private readonly readTogether = together((ends: StreamEnd[]) => fetchStreams(this.pool, ends));

  private constructor(private readonly pool: pg.Pool) {}

  /** Opens the store of a database and creates its tables where they are missing. `patience`: how long the database may be silent. */
  static async open({ patience, ...options }: pg.PoolConfig & { connectionString: string; patience?: number }): Promise<PostgresEventStore> {
    const pool = openPool({ max: 4, application_name: 'riggen event store', ...options }, patience);
    await createEventStoreSchema(options.connectionString);
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

  readStream(stream: string, afterVersion = 0): Promise<StreamEvent[]> {
    return this.readTogether({ stream, afterVersion });
  }

  readAll(after: Position, limit: number, filter?: ReadFilter): Promise<RecordedEvent[]> {
    return fetchEvents(this.pool, after, limit, filter);
  }

  batches(after: Position, size: number, filter?: ReadFilter): AsyncIterable<RecordedEvent[]> {
    return readAhead((from) => fetchMany(this.pool, from, size, filter), after);
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

  /** Writes a group; where a command id was used before, whoever used it again is answered and the others are written. */
  private async write(group: AppendRequest[]): Promise<(AppendResult | Error)[]> {
    try {
      return await this.writeTogether(group);
    } catch (error) {
      if ((error as { code?: string }).code !== uniqueViolation) throw error;
    }
    const earlier = await Promise.all(group.map(({ envelope }) => this.findCommand(envelope.commandId)));
    const rest = group.filter((_, index) => !earlier[index]);
    const written = rest.length < group.length ? await this.write(rest) : await this.writeOneByOne(rest);
    return earlier.map((known) => (known ? { outcome: 'duplicate', ...known } : written.shift()!));
  }

  /** Another process was first in a stream, or is with a command id, just now: one at a time, so that the others do not suffer. */
  private async writeOneByOne(group: AppendRequest[]): Promise<(AppendResult | Error)[]> {
    const results: (AppendResult | Error)[] = [];
    for (const request of group) {
      const result = await this.writeTogether([request]).catch((reason: Error & { code?: string }) =>
        reason.code === uniqueViolation ? [this.whyNotWritten(request)] : [reason],
      );
      results.push(await result[0]!);
    }
    return results;
  }

  private async writeTogether(group: AppendRequest[]): Promise<AppendResult[]> {
    if (!group.length) return [];
    const recordedAt = new Date().toISOString();
    const made = group.map((request) => recordsOf(request, recordedAt));
    const [first] = made[0]!.records;
    const one = group.length === 1 && made[0]!.records.length === 1;
    const statement = one ? statementForOne(group[0]!, first!) : statementForGroup(group, made.map(({ records }) => records), recordedAt);
    const last = new Map((await textRows(this.pool, statement)).map(([commandId, tx, position]) => [commandId, formatPosition(tx!, position!)]));
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

function statementForGroup(group: AppendRequest[], made: EventRecord[][], recordedAt: string): pg.QueryConfig {
  const rows = made.flatMap((records, no) => records.map((record, ordinal) => ({ ...group[no]!, record, ordinal })));
  const values = [
    binaryArray('text', rows.map(({ stream }) => stream)),
    binaryArray('int4', rows.map(({ record }) => record.version)),
    binaryArray('uuid', rows.map(({ record }) => record.id)),
    binaryArray('uuid', rows.map(({ envelope }) => envelope.commandId)),
    binaryArray('int4', rows.map(({ ordinal }) => ordinal)),
    binaryArray('text', rows.map(({ record }) => record.type)),
    binaryArray('text', rows.map(({ envelope }) => envelope.fingerprint)),
    binaryArray('text', rows.map(({ record }) => record.body)),
    binaryArray('bytea', rows.map(({ record }) => Buffer.from(record.hash, 'hex'))),
    binaryArray('bytea', rows.map(({ expected }) => Buffer.from(expected.hash, 'hex'))),
    recordedAt,
  ];
  return { name: 'append-group', text: appendGroup, values };
}
