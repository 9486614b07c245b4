import pg from 'pg';
import type { StoredText } from '../history-check.js';
import { type BackupTrailer, writeBackupFile } from './backup-file.js';

const batch = 2_000;

/**
 * Writes all committed events to a new file while the system goes on writing: those of one snapshot, so that of every stream
 * the file holds the beginning without a gap. One backup of a store at a time.
 */
export async function backupEvents(
  databaseUrl: string,
  destination: string,
  onProgress: (events: number) => void = () => {},
): Promise<BackupTrailer & { bytes: number }> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'riggen backup' });
  client.on('error', () => {}); // the next query tells it
  await client.connect();
  try {
    const { rows } = await client.query<{ alone: boolean }>("select pg_try_advisory_lock(hashtext('riggen.backup')) as alone");
    if (!rows[0]!.alone) throw new Error('Another backup of this system is running');
    await client.query('begin isolation level repeatable read read only');
    await client.query("set local idle_in_transaction_session_timeout = '10min'"); // a slow disk makes the transaction wait
    return await writeBackupFile(destination, counted(eventsInOrder(client), onProgress));
  } finally {
    await client.end();
  }
}

/** The events that a client's transaction sees, in global order, a batch at a time. */
export async function* eventsInOrder(client: pg.Client): AsyncGenerator<StoredText[]> {
  await client.query(
    `declare events_in_order no scroll cursor for
     select encode(e.hash, 'hex') as hash, e.body from event_store.events e order by e.tx, e.position`,
  );
  for (;;) {
    const { rows } = await client.query<StoredText>(`fetch forward ${batch} from events_in_order`);
    if (rows.length) yield rows;
    if (rows.length < batch) break;
  }
  await client.query('close events_in_order');
}

async function* counted(batches: AsyncIterable<StoredText[]>, onProgress: (events: number) => void): AsyncGenerator<StoredText[]> {
  let events = 0;
  for await (const records of batches) {
    yield records;
    onProgress((events += records.length));
  }
}
