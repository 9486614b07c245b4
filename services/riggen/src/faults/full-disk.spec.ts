import { describe, expect, it } from '@jest/globals';
import { HistoryCheck, PostgresEventStore } from '@riggen/event-store';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { eventually } from '../../../../tools/jest/servers.js';
import { startEmbeddedPostgres } from '../embedded/postgres.js';
import { inForm } from './form.fixture.js';

/** A disk of 256 MB, or why there can be none. */
function smallDisk(): { directory: string; remove(): void } | { missing: string } {
  if (process.getuid?.() !== 0) return { missing: 'only root may mount a small disk' };
  const directory = mkdtempSync(join(tmpdir(), 'riggen-disk-'));
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256m,mode=711', 'tmpfs', directory], { encoding: 'utf8' });
  if (status !== 0) return { missing: `a small disk cannot be mounted: ${(stderr ?? '').trim() || 'there is no mount'}` };
  chmodSync(directory, 0o711);
  const remove = () => {
    spawnSync('umount', [directory]);
    rmSync(directory, { recursive: true, force: true });
  };
  return { directory, remove };
}

function fill(file: string): void {
  const ballast = openSync(file, 'w');
  try {
    for (;;) writeSync(ballast, Buffer.alloc(65_536, 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(ballast);
  }
}

const disk = smallDisk();
const describeOnDisk = 'missing' in disk ? describe.skip : describe;

describeOnDisk(`a disk of PostgreSQL that is full for a while${'missing' in disk ? ` (skipped: ${disk.missing})` : ''}`, () => {
  it('costs no acknowledged command, doubles none, and lets all go on when there is room again', async () => {
    if ('missing' in disk) return;
    const home = disk.directory;
    let postgres = await startEmbeddedPostgres({ home });
    expect(existsSync(join(home, 'postgres', 'data'))).toBe(true);
    const store = await PostgresEventStore.open({ connectionString: postgres.url });
    const [sent, acknowledged] = [new Set<string>(), new Set<string>()];
    let failures = 0;
    let writing = true;
    const write = async () => {
      while (writing) {
        const commandId = randomUUID();
        sent.add(commandId);
        const event = { type: 'SomethingHappened', schemaVersion: 1, occurredAt: '2025-03-03T08:00:00.000Z', organisation: {}, data: { text: 'x'.repeat(2_000) } };
        const envelope = { commandId, fingerprint: 'f', correlationId: commandId, actor: { kind: 'program', id: 'specification' } as const };
        const request = { stream: `thing-${commandId}`, expected: { version: 0, hash: '' }, events: [event], envelope };
        while (writing && !acknowledged.has(commandId)) {
          const result = await store.append(request).catch(() => undefined);
          if (result?.outcome === 'appended' || result?.outcome === 'duplicate') acknowledged.add(commandId);
          else failures += 1;
          await sleep(10);
        }
      }
    };
    const more = (count: number) => {
      const enough = acknowledged.size + count;
      return eventually(async () => acknowledged.size, (size) => size >= enough, 120_000);
    };
    const writers = Array.from({ length: 16 }, write);
    for (let time = 0; time < inForm(2, 20); time += 1) {
      await more(100);
      fill(join(home, 'ballast'));
      const before = failures;
      await eventually(async () => failures, (now) => now > before + 32, 120_000);
      rmSync(join(home, 'ballast'));
      const how = await Promise.race([postgres.exited, sleep(2_000)]);
      if (how) postgres = await startEmbeddedPostgres({ home, port: postgres.port });
    }
    await more(100);
    writing = false;
    await Promise.all(writers);

    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    const { rows } = await client.query<{ command_id: string; events: number }>(
      'select command_id, count(*)::int as events from event_store.events group by command_id',
    );
    const events = new Map(rows.map((row) => [row.command_id, row.events]));
    expect([...acknowledged].filter((commandId) => events.get(commandId) !== 1)).toEqual([]);
    expect(rows.filter((row) => row.events !== 1 || !sent.has(row.command_id))).toEqual([]);
    const history = new HistoryCheck(() => undefined);
    const problems: string[] = [];
    for (let after = ''; ; ) {
      const records = await store.readRecords(after, 1_000);
      if (!records.length) break;
      problems.push(...records.flatMap((record) => history.problemsOf(record)));
      after = records.at(-1)!.position;
    }
    expect({ problems, events: history.events }).toEqual({ problems: [], events: rows.length });
    await client.end();
    await store.close();
    await postgres.stop();
    disk.remove();
  }, inForm(240_000, 3_600_000));
});
