import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller, Grant } from '@riggen/contracts';
import { withClient } from '@riggen/event-store';
import { Column, type DataSource, Entity, PrimaryColumn } from 'typeorm';
import { freshDatabase } from '../../../tools/jest/servers.js';
import { prepareSchema } from './checkpoints.js';
import { openReadModels } from './read-models.js';
import { protectTables, RowsOf, showRowsOf } from './row-security.js';

class Placed {
  @PrimaryColumn({ type: 'text' })
  id!: string;
  @Column({ type: 'text', nullable: true })
  region!: string | null;
  @Column({ type: 'text', nullable: true })
  service!: string | null;
  @Column({ type: 'text', nullable: true })
  group!: string | null;
  @Column({ type: 'text', nullable: true })
  personId!: string | null;
}

@Entity('staff')
@RowsOf('person')
class Staff extends Placed {}

@Entity('work')
@RowsOf('case')
class Work extends Placed {}

@Entity('inside')
@RowsOf('internal')
class Inside extends Placed {}

@Entity('unsaid')
class Unsaid extends Placed {}

const rows = [
  { id: 'nation', region: null, service: null, group: null, personId: null },
  { id: 'vest', region: 'vest', service: null, group: null, personId: null },
  { id: 's1', region: 'vest', service: 's1', group: null, personId: 'p1' },
  { id: 's1 g1', region: 'vest', service: 's1', group: 'g1', personId: 'p2' },
  { id: 's2', region: 'vest', service: 's2', group: null, personId: 'p3' },
  { id: 'n1', region: 'nord', service: 'n1', group: null, personId: 'p4' },
];
const holding = (...grants: Grant[]): Caller => ({ kind: 'person', id: 'p9', grants });

describe('rows of read models', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let tables: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    await withClient(database.url, (client) => prepareSchema(client, 'places'));
    tables = await openReadModels(database.url, 'places', [Staff, Work, Inside]);
    await tables.synchronize();
    await tables.query('create view places.staff_view as select * from places.staff');
    await protectTables(tables, 'places');
    for (const entity of [Staff, Work, Inside]) await tables.manager.insert(entity, rows);
  });
  afterAll(async () => {
    await tables.destroy();
    await database.drop();
  });

  const asCaller = <Result>(caller: Caller, work: (sql: { query(text: string): Promise<any> }) => Promise<Result>, counts?: ['case']) =>
    tables.transaction(async (manager) => {
      await showRowsOf(manager, caller, counts);
      return work(manager);
    });
  const seen = async (caller: Caller, table: string, counts?: ['case']) => {
    const found: { id: string }[] = await asCaller(caller, (sql) => sql.query(`select id from places.${table} order by id`), counts);
    return found.map(({ id }) => id);
  };

  it.each([
    ['a region', holding({ role: 'regional_team', unit: { level: 'region', region: 'vest' } }), ['s1', 's1 g1', 's2', 'vest'], []],
    ['a service', holding({ role: 'local_leader', unit: { level: 'service', service: 's1', region: 'vest' } }), ['s1', 's1 g1'], ['s1', 's1 g1']],
    ['a group', holding({ role: 'local_supervisor', unit: { level: 'group', group: 'g1', service: 's1', region: 'vest' } }), ['s1 g1'], ['s1 g1']],
    ['a caseworker', holding({ role: 'caseworker', unit: { level: 'service', service: 's1', region: 'vest' } }), [], ['s1', 's1 g1']],
    [
      'two regions',
      holding(...(['nord', 'vest'] as const).map((region): Grant => ({ role: 'regional_team', unit: { level: 'region', region } }))),
      ['n1', 's1', 's1 g1', 's2', 'vest'],
      [],
    ],
    [
      'three services',
      holding(...['s2', 'n1', 's1'].map((service): Grant => ({ role: 'local_leader', unit: { level: 'service', service, region: 'vest' } }))),
      ['n1', 's1', 's1 g1', 's2'],
      ['n1', 's1', 's1 g1', 's2'],
    ],
    ['a person without a role', { ...holding(), id: 'p4' }, ['n1'], []],
    ['the national team', holding({ role: 'national_team', unit: { level: 'nation' } }), [], []],
    ['an administrator', holding({ role: 'administrator', unit: { level: 'nation' } }), rows.map(({ id }) => id).sort(), []],
  ])('are shown to %s as far as its roles reach, in tables and in views', async (_, caller, staff, work) => {
    expect(await seen(caller, 'staff')).toEqual(staff);
    expect(await seen(caller, 'staff_view')).toEqual(staff);
    expect(await seen(caller, 'work')).toEqual(work);
  });

  it('are counted beyond the reach of the caller only where the query is one that counts', async () => {
    const leader = holding({ role: 'local_leader', unit: { level: 'service', service: 's1', region: 'vest' } });
    expect(await seen(leader, 'work', ['case'])).toHaveLength(6);
    expect(await seen(leader, 'staff', ['case'])).toEqual(['s1', 's1 g1']);
  });

  it('leave nothing of a caller to the next one on the same connection', async () => {
    await seen(holding({ role: 'administrator', unit: { level: 'nation' } }), 'staff');
    for (let turn = 0; turn < 8; turn += 1) expect(await seen(holding(), 'staff')).toEqual([]);
    await expect(
      tables.transaction(async (manager) => {
        await manager.query('set local role riggen_reader');
        return manager.query('select id from places.staff');
      }),
    ).resolves.toEqual([]);
  });

  it('are neither written nor reached in tables that are not for queries', async () => {
    const administrator = holding({ role: 'administrator', unit: { level: 'nation' } });
    const nothing = holding();
    await expect(asCaller(administrator, (sql) => sql.query("update places.staff set id = 'x'"))).rejects.toThrow(/read-only|denied/);
    await expect(asCaller(nothing, (sql) => sql.query('select id from places.inside'))).rejects.toThrow('permission denied');
    await expect(asCaller(nothing, (sql) => sql.query('select * from places.projection_checkpoints'))).rejects.toThrow('permission denied');
  });

  it('have a class in every table, and are in no materialized view', async () => {
    const unsaid = await openReadModels(database.url, 'places', [Unsaid], 1);
    await unsaid.synchronize();
    await expect(protectTables(unsaid, 'places')).rejects.toThrow('@RowsOf');
    await unsaid.query('drop table places.unsaid; create materialized view places.copied as select * from places.staff');
    await expect(protectTables(unsaid, 'places')).rejects.toThrow('materialized view');
    await unsaid.query('drop materialized view places.copied');
    await unsaid.destroy();
  });
});
