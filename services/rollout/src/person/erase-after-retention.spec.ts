import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openReadModels } from '@riggen/projections';
import type { WorkSurroundings } from '@riggen/service';
import type { DataSource } from 'typeorm';
import { freshDatabase } from '../../../../tools/jest/servers.js';
import { RoleHoldingRow } from '../role-holder/role-holders.tables.js';
import { PositionRow } from '../service-unit/organisation.tables.js';
import { eraseThoseWhoseTimeIsOver, retentionPeriods } from './erase-after-retention.work.js';
import { PersonRow } from './person.tables.js';

const today = '2026-11-29';
/** When positions (the last day) and roles (the first day without) end; null for what is open. */
const people: Record<string, { positions?: (string | null)[]; roles?: (string | null)[]; erased?: boolean }> = {
  'left long ago': { positions: ['2019-06-30', '2021-11-28'] },
  'had a role long ago': { roles: ['2021-11-29'] },
  'left five years ago to the day': { positions: ['2021-11-29'] },
  'had a role until five years ago to the day': { roles: ['2021-11-30'] },
  'is employed': { positions: ['2015-06-30', null] },
  'left, and has a role': { positions: ['2015-06-30'], roles: [null] },
  'left, and had a role lately': { positions: ['2015-06-30'], roles: ['2025-01-01'] },
  'has neither yet': {},
  'is erased already': { positions: ['2015-06-30'], erased: true },
};

describe('the retention period of the staff', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let source: DataSource;
  beforeAll(async () => {
    database = await freshDatabase();
    source = await openReadModels(database.url, 'rollout', [PersonRow, PositionRow, RoleHoldingRow], 1);
    await source.query('create schema rollout');
    await source.synchronize();
    const place = { service: 'p01', region: 'nord' };
    for (const [personId, { positions = [], roles = [], erased = false }] of Object.entries(people)) {
      const mark = erased ? { at: '2026-01-01T00:00:00.000Z', reason: 'left' as const } : null;
      await source.manager.insert(PersonRow, { ...place, personId, name: null, workEmail: null, workPhone: null, language: 'nb', erased: mark });
      for (const [index, to] of positions.entries()) {
        await source.manager.insert(PositionRow, { ...place, ownerServiceId: 'p01', positionId: `${personId} ${index}`, personId, role: 'caseworker', from: '2010-01-01', to });
      }
      for (const [index, until] of roles.entries()) {
        const holding = { holdingId: `h${index}`, role: 'caseworker', level: 'service', from: '2010-01-01', until, givenBy: 'a', givenAt: '2010-01-01T00:00:00Z' } as const;
        await source.manager.insert(RoleHoldingRow, { ...place, personId, ...holding });
      }
    }
  }, 60_000);
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  /** Whom a round erases, and the ids of its commands. */
  async function round(staffYears: number, on = today, refuse: string[] = []) {
    const erased: string[] = [];
    const ids: string[] = [];
    const errors: unknown[] = [];
    const give: WorkSurroundings['give'] = async (slice, commandId, command) => {
      const { personId, reason } = command as { personId: string; reason: string };
      if (refuse.includes(personId)) throw new Error('refused');
      expect([slice.definition.name, reason]).toEqual(['erase-person', 'retention_ended']);
      erased.push(personId);
      ids.push(commandId);
    };
    await eraseThoseWhoseTimeIsOver({ tables: source.manager, give, onError: (error) => errors.push(error) }, { staffYears }, on);
    return { erased, ids, errors };
  }

  it('is over when the last position and the last role ended longer ago', async () => {
    expect((await round(5)).erased).toEqual(['had a role long ago', 'left long ago']);
    expect((await round(5, '2026-11-30')).erased).toEqual([
      ...['had a role long ago', 'had a role until five years ago to the day', 'left five years ago to the day', 'left long ago'],
    ]);
    expect((await round(20)).erased).toEqual([]);
  });

  it('gives each person the same command however often it runs', async () => {
    const [first, second] = [await round(5), await round(5)];
    expect(new Set(first.ids).size).toBe(2);
    expect(second.ids).toEqual(first.ids);
  });

  it('goes on with the others when one is refused', async () => {
    const { erased, errors } = await round(5, today, ['had a role long ago']);
    expect([erased, errors.length]).toEqual([['left long ago'], 1]);
  });

  it('is five years, or what the environment says', () => {
    expect(retentionPeriods({})).toEqual({ staffYears: 5 });
    expect(retentionPeriods({ RETENTION_STAFF_YEARS: '10' })).toEqual({ staffYears: 10 });
    expect(() => retentionPeriods({ RETENTION_STAFF_YEARS: '0' })).toThrow('RETENTION_STAFF_YEARS');
  });
});
