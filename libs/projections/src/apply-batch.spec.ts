import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostgresEventStore } from '@riggen/event-store';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { freshDatabase, eventually } from '../../../tools/jest/servers.js';
import { applyBatch } from './apply-batch.js';
import { checkpointMoves } from './checkpoint-moves.js';
import { loadCheckpoints, moveCheckpoints, prepareSchema } from './checkpoints.js';
import { loadParked } from './parked-events.js';
import { Tally, tallyProjection } from './projections.fixture.js';
import { openReadModels } from './read-models.js';

describe('applying a batch of events to a read model', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let store: PostgresEventStore;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    store = await PostgresEventStore.open({ connectionString: database.url });
    dataSource = await openReadModels(database.url, 'spec', [Tally], 1);
    await prepareSchema(dataSource, 'spec');
    await dataSource.synchronize();
    await dataSource.query(`insert into spec.projection_checkpoints (name, version, position) values ('tally', 1, '')`);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await store.close();
    await database.drop();
  });

  it('reads events as the newest versions of their types: one that is newer than the program is parked, not misread', async () => {
    const event = { type: 'GatheringScheduled', occurredAt: '2025-03-03T08:00:00.000Z', organisation: {}, data: { name: 'known' } };
    const envelope = { fingerprint: 'f', correlationId: randomUUID(), actor: { kind: 'system', id: 's' } as const };
    for (const [stream, schemaVersion] of [['gathering-1', 1], ['gathering-2', 99]] as const) {
      const events = [{ ...event, schemaVersion }];
      await store.append({ stream, expected: { version: 0, hash: '' }, events, envelope: { ...envelope, commandId: randomUUID() } });
    }
    const events = await eventually(() => store.readAll('', 10), ({ length }) => length === 2);
    const projection = { ...tallyProjection(), events: [event.type] };
    await applyBatch({ dataSource, move: checkpointMoves(dataSource, 'spec'), schema: 'spec', projection }, events, '');
    expect(await loadCheckpoints(dataSource, 'spec')).toMatchObject([{ name: 'tally', position: events[1]!.position }]);
    expect(await dataSource.manager.find(Tally)).toEqual([{ name: 'known', count: 1 }]);
    expect(await loadParked(dataSource, 'spec')).toMatchObject([
      { stream: 'gathering-2', reason: expect.stringContaining('GatheringScheduled version 99 is newer than this program') },
    ]);
  });

  it('does not wait for the disk in the transaction that moves a checkpoint, and does again after it', async () => {
    const runner = dataSource.createQueryRunner();
    const setting = async () => ((await runner.query('show synchronous_commit')) as { synchronous_commit: string }[])[0]!.synchronous_commit;
    await runner.query('set synchronous_commit to on');
    await runner.query("update spec.projection_checkpoints set position = '' where name = 'tally'");
    await runner.startTransaction();
    await moveCheckpoints(runner.manager, 'spec', [{ name: 'tally', from: '', to: 'x' }]);
    expect(await setting()).toBe('off');
    await runner.rollbackTransaction();
    expect(await setting()).toBe('on');
    await runner.release();
  });
});
