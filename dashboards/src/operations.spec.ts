import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostgresEventStore } from '@riggen/event-store';
import { prepareSchema } from '@riggen/projections';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { eventually, freshDatabase } from '../../tools/jest/servers.js';
import { operations } from './operations.js';

interface Panel {
  title: string;
  targets: { rawSql: string }[];
}
const panels = operations.panels as unknown as Panel[];

describe('the dashboard of operations', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let pool: pg.Pool;

  beforeAll(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.url });
    const store = await PostgresEventStore.open({ connectionString: database.url });
    for (const schema of ['rollout', 'training', 'supervision', 'fidelity', 'feedback', 'dashboards']) await prepareSchema(pool, schema);
    const envelope = { commandId: '018f0000-0000-7000-8000-000000000001', fingerprint: 'f', correlationId: 'c', actor: { kind: 'system', id: 's' } } as const;
    const event = (n: number) => ({ type: 'SomethingHappened', schemaVersion: 1, occurredAt: '2025-03-03T08:00:00.000Z', organisation: {}, data: { n } });
    await store.append({ stream: 'thing-1', expected: { version: 0, hash: '' }, events: [1, 2, 3].map(event), envelope });
    const [first] = await eventually(() => store.readAll('', 3), (events) => events.length === 3);
    await pool.query(`insert into training.projection_checkpoints (name, version, position) values ('copies', 1, $1), ('new', 1, '')`, [first!.position]);
    await pool.query(`insert into feedback.parked_events (projection, position, event_id, stream, type, reason)
      values ('copies', 'p', gen_random_uuid(), 'thing-1', 'SomethingHappened', 'Error: wrong')`);
    await store.close();
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const rowsOf = async (title: string): Promise<Record<string, unknown>[]> => {
    const panel = panels.find((candidate) => candidate.title === title)!;
    const sql = panel.targets[0]!.rawSql.replace(/\$__timeFilter\((\w+)\)/, "$1 > now() - interval '1 day'");
    return (await pool.query(sql)).rows as Record<string, unknown>[];
  };

  it('is what Grafana is given', () => {
    const given: unknown = JSON.parse(readFileSync(new URL('../json/operations.json', import.meta.url), 'utf8'));
    expect(JSON.parse(JSON.stringify(operations))).toEqual(given);
  });

  it('counts the events of each hour by type', async () => {
    expect(await rowsOf('Hendelser per time')).toMatchObject([{ metric: 'SomethingHappened', events: '3' }]);
  });

  it('says how many events each read model is behind', async () => {
    const rows = (await rowsOf('Lesemodeller og hvor langt bak de er')).map((row) => [row['projection'], row['events behind']]);
    expect(rows).toEqual([['training.new', '3'], ['training.copies', '2']]);
  });

  it('shows parked events with their reason', async () => {
    expect(await rowsOf('Parkerte hendelser, med årsak')).toMatchObject([{ projection: 'feedback.copies', reason: 'Error: wrong' }]);
  });

  it('counts streams and events by category', async () => {
    expect(await rowsOf('Strømmer etter slag')).toMatchObject([{ category: 'thing', streams: '1', events: '3' }]);
  });
});
