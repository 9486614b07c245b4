import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { setTimeout as sleep } from 'node:timers/promises';
import { pipeline } from 'node:stream/promises';
import type { RecordedEvent } from '../event-store.js';
import type { ErasureEvent } from '../personal-data/key-vault.js';
import { chainHash } from '../record.js';
import { HistoryCheck } from '../history-check.js';
import { eventsInOrder } from './backup.js';
import { BackupDigest, BackupFile, type BackupTrailer, UnusableBackup } from './backup-file.js';

/** A backup file that was read to its end and found sound. */
export interface CheckedBackup {
  path: string;
  headerLine: string;
  trailer: BackupTrailer;
  streams: number;
}

export interface ReplaceOptions {
  /** Whether a store that is not empty is replaced too. */
  replace: boolean;
  /** Whether a system makes this event by itself when it starts: a store of such events only counts as empty. */
  madeAtStart(event: RecordedEvent): boolean;
  /** Locks what must not read the store meanwhile. */
  lockFirst?(client: pg.Client): Promise<void>;
  /** What must hold as soon as anybody sees the events; in their transaction. */
  beforeCommit?(client: pg.Client): Promise<void>;
  onProgress?(events: number): void;
}

/** Raised when a store holds events that nobody said to replace. */
export class StoreNotEmpty extends Error {}

/** Reads a whole backup: it is complete and unchanged, no stream has a gap, hash chains are unbroken, every event is readable. */
export async function checkBackup(
  path: string,
  whyUnreadable: (event: RecordedEvent) => string | undefined,
  onProgress: (events: number) => void = () => {},
): Promise<CheckedBackup> {
  const history = new HistoryCheck(whyUnreadable);
  const batches = new BackupFile(path).batches();
  for (;;) {
    const { done, value } = await batches.next();
    if (done) return { path, ...value, streams: history.streams };
    for (const record of value) {
      const [problem] = history.problemsOf(record);
      if (problem) throw new UnusableBackup(`${path} cannot be restored: ${problem}`);
    }
    onProgress(history.events);
  }
}

/**
 * Puts the events of a backup in place of a store's, in one transaction that holds appends back; readers see the old events
 * until it commits. The events keep their order and get new positions. A store that holds just these events already is left
 * as it is. Resolves when readers see the events. Throws StoreNotEmpty, and UnusableBackup when the file has changed since.
 */
export async function replaceEvents(databaseUrl: string, backup: CheckedBackup, options: ReplaceOptions): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'riggen restore' });
  client.on('error', () => {}); // the next query tells it
  await client.connect();
  try {
    await client.query("begin; set local lock_timeout = '5min'; set local idle_in_transaction_session_timeout = '10min'");
    await options.lockFirst?.(client);
    await client.query('lock table event_store.events in exclusive mode');
    if (await isToBeReplaced(client, backup, options)) {
      await client.query('delete from event_store.events');
      const rows = copyRows(backup, options.onProgress);
      const columns = 'stream, version, event_id, command_id, ordinal, type, recorded_at, fingerprint, body, hash';
      await pipeline(rows, client.query(copyFrom(`copy event_store.events (${columns}) from stdin`)));
      await options.beforeCommit?.(client);
    }
    const { rows } = await client.query<{ tx: string }>('select pg_current_xact_id()::text as tx');
    await client.query('commit');
    await client.query('vacuum (analyze) event_store.events');
    await untilReadersSee(client, rows[0]!.tx);
  } finally {
    await client.end(); // without a commit the transaction ends with its connection
  }
}

async function isToBeReplaced(client: pg.Client, backup: CheckedBackup, { replace, madeAtStart }: ReplaceOptions): Promise<boolean> {
  if (replace) return true;
  const { rows } = await client.query<{ events: number }>('select count(*)::int as events from event_store.events');
  const { events } = rows[0]!;
  let onlyMadeAtStart = true;
  const digest = new BackupDigest(backup.headerLine);
  for await (const batch of eventsInOrder(client)) {
    onlyMadeAtStart &&= batch.every(({ body }) => madeAtStart(JSON.parse(body) as RecordedEvent));
    if (!onlyMadeAtStart && events !== backup.trailer.events) break;
    digest.add(batch);
  }
  if (onlyMadeAtStart) return true;
  if (digest.trailer().sha256 === backup.trailer.sha256) return false;
  throw new StoreNotEmpty(`The system holds ${events} events, which a restore would replace. Repeat it with --replace if they may go.`);
}

/** Rows for COPY in text format. Columns are taken from the text that is hashed. */
async function* copyRows({ path, trailer }: CheckedBackup, onProgress: (events: number) => void = () => {}): AsyncGenerator<string> {
  const placeInCommand = new Map<string, { commandId: string; ordinal: number }>();
  const batches = new BackupFile(path).batches();
  let events = 0;
  for (;;) {
    const { done, value } = await batches.next();
    if (done) {
      if (value.trailer.sha256 === trailer.sha256) return;
      throw new UnusableBackup(`${path} was changed while it was being restored`);
    }
    const rows = value.map(({ body, hash }) => {
      const { stream, version, id, commandId, type, recordedAt, fingerprint } = JSON.parse(body) as RecordedEvent;
      const before = placeInCommand.get(stream);
      const ordinal = before?.commandId === commandId ? before.ordinal + 1 : 0;
      placeInCommand.set(stream, { commandId, ordinal });
      const cells = [stream, version, id, commandId, ordinal, type, recordedAt, fingerprint, body, `\\x${hash}`];
      return `${cells.map((cell) => escaped(String(cell))).join('\t')}\n`;
    });
    yield rows.join('');
    onProgress((events += value.length));
  }
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (cell: string): string => cell.replace(/[\\\t\n\r]/g, (character) => escapes[character]!);

/**
 * Appends erasures again to the restored streams of their persons, where the backup is older than they are; gives how many.
 * A stream that is not there holds nothing of its person. To be called in the transaction that replaces the events.
 */
export async function replayErasures(client: pg.ClientBase, erasures: ErasureEvent[]): Promise<number> {
  let replayed = 0;
  for (const { id, stream, ...event } of erasures) {
    const { rows } = await client.query<{ version: number; hash: string; known: boolean }>(
      `select version, encode(hash, 'hex') as hash, exists (select from event_store.events where event_id = $2) as known
       from event_store.events where stream = $1 order by version desc limit 1`,
      [stream, id],
    );
    const head = rows[0];
    if (!head || head.known) continue;
    const version = head.version + 1;
    const recordedAt = new Date().toISOString();
    const fingerprint = 'replayed';
    const body = JSON.stringify({ id, stream, version, recordedAt, commandId: id, fingerprint, ...event });
    await client.query(
      `insert into event_store.events (stream, version, event_id, command_id, ordinal, type, recorded_at, fingerprint, body, hash)
       values ($1, $2, $3, $3, 0, $4, $5, $6, $7, decode($8, 'hex'))`,
      [stream, version, id, event.type, recordedAt, fingerprint, body, chainHash(head.hash, body)],
    );
    replayed += 1;
  }
  return replayed;
}

/** Readers stop before the oldest transaction that writes, anywhere in the cluster. */
async function untilReadersSee(client: pg.Client, tx: string): Promise<void> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const { rows } = await client.query<{ seen: boolean }>('select $1::xid8 < pg_snapshot_xmin(pg_current_snapshot()) as seen', [tx]);
    if (rows[0]!.seen) return;
    if (Date.now() > deadline) throw new Error('The events are restored, but a transaction that another session left open hides them; end it, then rebuild and verify');
    await sleep(50);
  }
}
