import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { freshDatabase } from '../../../tools/jest/servers.js';
import { openReadModels } from './read-models.js';
import { CheckpointMoved, loadCheckpoints, prepareSchema } from './checkpoints.js';
import { checkpointMoves } from './checkpoint-moves.js';

describe('the moves of checkpoints', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let tables: Awaited<ReturnType<typeof openReadModels>>;

  beforeAll(async () => {
    database = await freshDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await prepareSchema(client, 'spec');
    await client.end();
    tables = await openReadModels(database.url, 'spec', [], 1);
  });
  afterAll(async () => {
    await tables.destroy();
    await database.drop();
  });

  beforeEach(async () => {
    await tables.query('truncate spec.projection_checkpoints, spec.parked_events');
    await tables.query("insert into spec.projection_checkpoints (name, version, position) values ('one', 1, 'a'), ('other', 1, 'a'), ('elsewhere', 1, 'c'), ('void', 0, 'a')");
  });
  const positions = async () => Object.fromEntries((await loadCheckpoints(tables, 'spec')).map(({ name, position }) => [name, position]));

  it('moves those that are where they are thought to be; whose is elsewhere or void is told so', async () => {
    const move = checkpointMoves(tables, 'spec');
    const [one, elsewhere, empty] = await Promise.allSettled(['one', 'elsewhere', 'void'].map((name) => move({ name, from: 'a', to: 'b' })));
    expect(one).toEqual({ status: 'fulfilled', value: undefined });
    for (const refused of [elsewhere, empty]) expect(refused).toEqual({ status: 'rejected', reason: expect.any(CheckpointMoved) });
    expect(await positions()).toEqual({ elsewhere: 'c', one: 'b', other: 'a', void: 'a' });
  });

  const mark = (name: string) => (rows: EntityManager) => rows.query("insert into spec.parked_events values ($1, 'x', gen_random_uuid(), 's', 't', 'r')", [name]).then(() => {});
  const marks = async () => (await tables.query<{ projection: string }[]>('select projection from spec.parked_events order by 1')).map(({ projection }) => projection);

  it('writes for all who ask at the same time in one transaction', async () => {
    const move = checkpointMoves(tables, 'spec');
    const transactions: string[] = [];
    const write = async (rows: EntityManager) => {
      const [row]: { id: string }[] = await rows.query('select pg_current_xact_id()::text as id');
      transactions.push(row!.id);
    };
    await Promise.all(['one', 'other'].map((name) => move({ name, from: 'a', to: 'b' }, write)));
    expect(transactions).toHaveLength(2);
    expect(new Set(transactions).size).toBe(1);
    expect(await positions()).toMatchObject({ one: 'b', other: 'b' });
  });

  it('writes nothing for whose checkpoint is elsewhere, and once for the others', async () => {
    const move = checkpointMoves(tables, 'spec');
    const [one, elsewhere] = await Promise.allSettled(['one', 'elsewhere'].map((name) => move({ name, from: 'a', to: 'b' }, mark(name))));
    expect([one!.status, elsewhere]).toEqual(['fulfilled', { status: 'rejected', reason: expect.any(CheckpointMoved) }]);
    expect(await marks()).toEqual(['one']);
  });

  it('tells the writer whether events are parked, also where that has changed since the last move', async () => {
    const move = checkpointMoves(tables, 'spec');
    const told: boolean[] = [];
    const write = async (rows: EntityManager, anyParked: boolean) => {
      await mark(anyParked ? 'other' : 'one')(rows);
      told.push(anyParked);
    };
    await move({ name: 'one', from: 'a', to: 'b' }, write); // parks an event of its own
    await move({ name: 'one', from: 'b', to: 'c' }, write);
    expect(told.at(-1)).toBe(true);
    expect(await marks()).toEqual(['one', 'other']); // what was written in the wrong belief is taken back
    await tables.query("delete from spec.parked_events where projection = 'one'");
    await move({ name: 'one', from: 'c', to: 'd' }, write);
    expect(told.at(-1)).toBe(false);
    expect(await marks()).toEqual(['one', 'other']);
  });

  it('lets no failure of one harm the others: each keeps its rows and checkpoint together, or neither', async () => {
    const move = checkpointMoves(tables, 'spec');
    const [one, other] = await Promise.allSettled([
      move({ name: 'one', from: 'a', to: 'b' }, mark('one')),
      move({ name: 'other', from: 'a', to: 'b' }, async (rows) => {
        await mark('other')(rows);
        await rows.query('select 1 / 0');
      }),
    ]);
    expect(one).toMatchObject({ status: 'fulfilled' });
    expect(other).toMatchObject({ status: 'rejected', reason: { message: 'division by zero' } });
    expect(await positions()).toMatchObject({ one: 'b', other: 'a' });
    expect(await marks()).toEqual(['one']);
  });
});
