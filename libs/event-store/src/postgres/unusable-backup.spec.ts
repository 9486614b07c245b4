import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { backupEvents } from './backup.js';
import { backupWorkshop, happen, historyOf, readable, replaceOptions, rewriteLines } from './backup.fixture.js';
import type { PostgresEventStore } from './postgres-event-store.js';
import { checkBackup, replaceEvents } from './restore.js';

describe('a restore of a file that is not whole or not sound', () => {
  const { freshStore, backedUp, restoreInto, clear } = backupWorkshop();
  let source: PostgresEventStore;
  let sourceUrl: string;

  beforeAll(async () => {
    ({ store: source, url: sourceUrl } = await freshStore());
    await happen(source, 'a', ['one', 'two']);
    await happen(source, 'b', ['three']);
  });
  afterAll(clear);

  const broken: [string, string, (file: string) => void][] = [
    ['is cut off', 'is not a whole backup of Riggen: unexpected end of file', (file) => truncateSync(file, statSync(file).size - 20)],
    ['is empty', 'is not a whole backup of Riggen: unexpected end of file', (file) => truncateSync(file, 0)],
    ['is something else', 'is not a whole backup of Riggen: incorrect header check', (file) => writeFileSync(file, 'no backup')],
    ['is other text', 'is not a whole backup of Riggen: a line of it cannot be read', (file) => writeFileSync(file, gzipSync('a\nb\n'))],
    ['is of another format', 'it has no header', (file) => rewriteLines(file, () => ['{"format":"other"}'])],
    ['is of a later Riggen', 'its format is version 2', (file) => rewriteLines(file, ([head, ...rest]) => [head!.replace('"version":1', '"version":2'), ...rest])],
    ['lacks its last line', 'its end is missing', (file) => rewriteLines(file, (lines) => lines.slice(0, -1))],
    ['lacks an event', 'its content does not fit its SHA-256', (file) => rewriteLines(file, (lines) => lines.filter((_, n) => n !== 3))],
    ['has an event changed', 'a version 1: the hash chain is broken', (file) => rewriteLines(file, (lines) => lines.map((line) => line.replace('one', 'eno')))],
    ['goes on after its end', 'something follows its last line', (file) => rewriteLines(file, (lines) => [...lines, lines[1]!])],
  ];
  it.each(broken)('%s: says so and changes nothing', async (_, told, harm) => {
    const { store, url } = await freshStore();
    await happen(store, 'mine', ['kept']);
    const file = await backedUp(sourceUrl);
    harm(file);
    await expect(restoreInto(url, file, { replace: true })).rejects.toThrow(told);
    expect(await historyOf(store)).toHaveLength(1);
  });

  it('changes nothing either when the file changes after the check', async () => {
    const { store, url } = await freshStore();
    const file = await backedUp(sourceUrl);
    const checked = await checkBackup(file, readable);
    rmSync(file);
    await happen(source, 'later', ['four']);
    await backupEvents(sourceUrl, file);
    await expect(replaceEvents(url, checked, replaceOptions)).rejects.toThrow('was changed while it was being restored');
    expect(await historyOf(store)).toEqual([]);
  });

  it('says which event cannot be read', async () => {
    const file = await backedUp(sourceUrl);
    await expect(checkBackup(file, ({ stream }) => (stream === 'b' ? 'no schema' : undefined))).rejects.toThrow('cannot be restored: b version 1: no schema');
  });
});
