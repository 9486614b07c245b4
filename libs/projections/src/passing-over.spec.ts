import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase } from '../../../tools/jest/servers.js';
import { openReadModels } from './read-models.js';
import { CheckpointMoved, loadCheckpoints, prepareSchema } from './checkpoints.js';
import { passingOver } from './passing-over.js';

describe('passing over events', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let tables: Awaited<ReturnType<typeof openReadModels>>;

  beforeAll(async () => {
    database = await freshDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await prepareSchema(client, 'spec');
    await client.end();
    tables = await openReadModels(database.url, 'spec', [], 1);
    await tables.query("insert into spec.projection_checkpoints (name, version, position) values ('here', 1, 'a'), ('elsewhere', 1, 'c'), ('void', 0, 'a')");
  });
  afterAll(async () => {
    await tables.destroy();
    await database.drop();
  });

  it('moves the checkpoints that are where they are thought to be; whose is elsewhere or void is told so', async () => {
    const passOver = passingOver(tables, 'spec');
    const moves = ['here', 'elsewhere', 'void'].map((name) => passOver({ name, from: 'a', to: 'b' }));
    const [here, elsewhere, empty] = await Promise.allSettled(moves);
    expect(here).toEqual({ status: 'fulfilled', value: 'b' });
    for (const refused of [elsewhere, empty]) expect(refused).toEqual({ status: 'rejected', reason: expect.any(CheckpointMoved) });
    const positions = (await loadCheckpoints(tables, 'spec')).map(({ name, position }) => `${name} ${position}`);
    expect(positions).toEqual(['elsewhere c', 'here b', 'void a']);
  });
});
