import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { eventually } from '../../../../tools/jest/servers.js';
import { backupEvents } from './backup.js';
import { writeBackupFile } from './backup-file.js';
import { backupWorkshop, happen, historyOf, readable } from './backup.fixture.js';
import type { PostgresEventStore } from './postgres-event-store.js';
import { checkBackup } from './restore.js';

describe('backup and restore of a store on PostgreSQL', () => {
  const { folder, newFile, freshStore, backedUp, restoreInto, clear } = backupWorkshop();
  let source: PostgresEventStore;
  let sourceUrl: string;

  beforeAll(async () => {
    ({ store: source, url: sourceUrl } = await freshStore());
    await happen(source, 'a', ['one', 'two']);
    await happen(source, 'b', ['tab\t, line\n, return\r, \u2028, back\\slash, «æøå», 🙂, {"']);
    await happen(source, 'a', ['three']);
  });
  afterAll(clear);

  it('writes a file that describes itself, readable by its owner only', async () => {
    const file = newFile();
    const written = await backupEvents(sourceUrl, file);
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
    const history = await historyOf(source);
    expect(JSON.parse(lines[0]!)).toMatchObject({ format: 'riggen-backup', version: 1, takenAt: expect.any(String), about: expect.any(String) });
    expect(lines.slice(1, -1)).toEqual(history.map(({ hash, body }) => `${hash} ${body}`));
    const sha256 = createHash('sha256').update(lines.slice(0, -1).map((line) => `${line}\n`).join('')).digest('hex');
    expect(JSON.parse(lines.at(-1)!)).toEqual({ events: 4, sha256 });
    expect(written).toEqual({ events: 4, sha256, bytes: statSync(file).size });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('overwrites nothing', async () => {
    const file = newFile();
    writeFileSync(file, 'precious');
    await expect(backupEvents(sourceUrl, file)).rejects.toThrow('exists already; a backup overwrites nothing');
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  it('leaves no file when it cannot go on, and takes the place of one that was killed', async () => {
    const file = newFile();
    const failing = async function* () {
      yield await historyOf(source);
      throw new Error('No space left');
    };
    writeFileSync(`${file}.part`, 'of a killed backup');
    await expect(writeBackupFile(file, failing())).rejects.toThrow('No space left');
    expect(readdirSync(folder).filter((name) => join(folder, name).startsWith(file))).toEqual([]);
  });

  it('gives an empty store the same streams, hashes and order, on which appends build', async () => {
    const { store, url } = await freshStore();
    await happen(store, 'standard', ['made at start'], 'system');
    await restoreInto(url, await backedUp(sourceUrl));
    expect(await historyOf(store)).toEqual(await historyOf(source));
    await happen(store, 'a', ['four']);
    expect((await store.readStream('a')).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
    const [first, second] = await source.readStream('a');
    expect(await store.findCommand(first!.commandId)).toMatchObject({ stream: 'a', fingerprint: 'f' });
    expect(second!.commandId).toBe(first!.commandId);
  });

  it('keeps every column of every event', async () => {
    const { url } = await freshStore();
    await restoreInto(url, await backedUp(sourceUrl));
    const rows = (of: string) => queried(of, 'select stream, version, event_id, command_id, ordinal, type, recorded_at, fingerprint, body, hash from event_store.events order by tx, position');
    expect(await rows(url)).toEqual(await rows(sourceUrl));
  });

  it('gives events positions after those that the store ever had', async () => {
    const { store, url } = await freshStore();
    await happen(store, 'old', ['gone']);
    const before = await store.lastPosition();
    await restoreInto(url, await backedUp(sourceUrl), { replace: true });
    expect((await store.readAll(before, 100)).map(({ stream }) => stream)).toEqual(['a', 'a', 'b', 'a']);
  });

  it('refuses a store that is not empty unless it is to be replaced, but is content with its own work', async () => {
    const { store, url } = await freshStore();
    await happen(store, 'mine', ['kept']);
    const file = await backedUp(sourceUrl);
    await expect(restoreInto(url, file)).rejects.toThrow('The system holds 1 events, which a restore would replace. Repeat it with --replace');
    expect(await historyOf(store)).toHaveLength(1);
    await restoreInto(url, file, { replace: true });
    const position = await store.lastPosition();
    await restoreInto(url, file);
    expect(await store.lastPosition()).toBe(position);
    await happen(store, 'a', ['four']);
    await expect(restoreInto(url, file)).rejects.toThrow('The system holds 5 events');
  });

  it('holds appends back while it runs, and shows readers nothing half done', async () => {
    const { store, url } = await freshStore();
    await happen(store, 'old', ['gone']);
    let during: Promise<void> | undefined;
    const beforeCommit = async () => {
      during = happen(store, 'new', ['after']);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect((await queried(url, 'select stream from event_store.events')).map(({ stream }) => stream)).toEqual(['old']);
    };
    await restoreInto(url, await backedUp(sourceUrl), { replace: true, beforeCommit });
    await during;
    const all = await eventually(() => store.readAll('', 100), (events) => events.length === 5);
    expect(all.map(({ stream }) => stream)).toEqual(['a', 'a', 'b', 'a', 'new']);
  });

  it('changes nothing when it ends before its transaction does', async () => {
    const { store, url } = await freshStore();
    await happen(store, 'mine', ['kept']);
    const history = await historyOf(store);
    const beforeCommit = () => Promise.reject(new Error('killed'));
    await expect(restoreInto(url, await backedUp(sourceUrl), { replace: true, beforeCommit })).rejects.toThrow('killed');
    expect(await historyOf(store)).toEqual(history);
    await happen(store, 'mine', ['and goes on']);
  });

  it('keeps the beginning of every stream when others write meanwhile', async () => {
    const { store, url } = await freshStore();
    let writing = true;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; writing; n += 1) await happen(store, `stream-${writer}-${n % 3}`, [`${n}`, `${n}`]);
    });
    const copies = await Promise.all([0, 150, 300].map(async (pause) => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      return eventually(() => backedUp(url).catch((error: Error) => error.message), (file) => file !== 'Another backup of this system is running');
    }));
    writing = false;
    await Promise.all(writers);
    const whole = await historyOf(store);
    for (const file of copies) {
      const { trailer } = await checkBackup(file, readable);
      const copied = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n').slice(1, -1);
      expect(copied).toHaveLength(trailer.events);
      const ofStore = new Set(whole.map(({ hash, body }) => `${hash} ${body}`));
      expect(copied.every((line) => ofStore.has(line))).toBe(true);
    }
  }, 180_000);

  it('gives any history back as it was', async () => {
    const note = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\\\t\n\r"{}]*$/));
    const step = fc.record({ stream: fc.nat(3), notes: fc.array(note, { minLength: 1, maxLength: 4 }) });
    const { store, url } = await freshStore();
    const { store: target, url: targetUrl } = await freshStore();
    const empty = (of: string) => queried(of, 'delete from event_store.events');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
        await empty(url);
        for (const { stream, notes } of steps) await happen(store, `stream ${stream}\t\\`, notes);
        await restoreInto(targetUrl, await backedUp(url), { replace: true });
        expect(await historyOf(target)).toEqual(await historyOf(store));
      }),
      { numRuns: 25 },
    );
  }, 180_000);
});

async function queried(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
