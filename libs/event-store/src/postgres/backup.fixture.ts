import { randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freshDatabase } from '../../../../tools/jest/servers.js';
import type { EventStore, StoredRecord } from '../event-store.js';
import { emptyStream, headOf } from '../event-store.js';
import { backupEvents } from './backup.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { checkBackup, replaceEvents, type ReplaceOptions } from './restore.js';

/** Finds every event readable. */
export const readable = () => undefined;
export const replaceOptions: ReplaceOptions = { replace: false, madeAtStart: ({ actor }) => actor.kind === 'system' };

/** A folder for backups and as many stores as wanted, until `clear`. */
export function backupWorkshop() {
  const folder = mkdtempSync(join(tmpdir(), 'riggen-backup-'));
  const open: { store: PostgresEventStore; drop(): Promise<void> }[] = [];
  let files = 0;
  const newFile = () => join(folder, `backup-${(files += 1)}`);
  return {
    folder,
    newFile,
    freshStore: async () => {
      const database = await freshDatabase();
      const store = await PostgresEventStore.open({ connectionString: database.url });
      open.push({ store, drop: database.drop });
      return { store, url: database.url };
    },
    backedUp: async (url: string) => {
      const file = newFile();
      await backupEvents(url, file);
      return file;
    },
    restoreInto: async (url: string, file: string, about: Partial<ReplaceOptions> = {}) =>
      replaceEvents(url, await checkBackup(file, readable), { ...replaceOptions, ...about }),
    clear: async () => {
      for (const { store, drop } of open) {
        await store.close();
        await drop();
      }
      rmSync(folder, { recursive: true });
    },
  };
}

/** Appends events with these notes to the end of a stream, as one command. */
export async function happen(store: EventStore, stream: string, notes: string[], actor: 'person' | 'system' = 'person'): Promise<void> {
  const events = await store.readStream(stream);
  const result = await store.append({
    stream,
    expected: events.length ? headOf(events) : emptyStream,
    events: notes.map((note) => ({
      ...{ type: 'SomethingHappened', schemaVersion: 1, occurredAt: '2025-03-03T08:00:00.000Z', organisation: {} },
      data: { note },
    })),
    envelope: { commandId: randomUUID(), fingerprint: 'f', correlationId: randomUUID(), actor: { kind: actor, id: 'specification' } },
  });
  if (result.outcome !== 'appended') throw new Error(result.outcome);
}

/** All events of a store without their positions, which a restore changes. */
export async function historyOf(store: EventStore): Promise<Pick<StoredRecord, 'body' | 'hash'>[]> {
  // A transaction of another specification may hide the latest events for a moment.
  const size = await store.size();
  const records = await eventually(() => store.readRecords('', 100_000), ({ length }) => length >= size);
  return records.map(({ body, hash }) => ({ body, hash }));
}

/** Changes the lines of a backup file. */
export function rewriteLines(file: string, change: (lines: string[]) => string[]): void {
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  writeFileSync(file, gzipSync(`${change(lines).join('\n')}\n`));
}
