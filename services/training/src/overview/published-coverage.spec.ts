import { describe, expect, it } from '@jest/globals';
import type { Hidden } from '@riggen/statistics';
import fc from 'fast-check';
import { recovered } from '../../../../libs/statistics/src/suppression/attack.fixture.js';
import { coverageTable, type CountedProgramme, type CountedUnit, publishedCells } from './published-coverage.js';

/** What a service has in each programme: employed the same, trained not. */
interface Service {
  employed: number;
  trained: [number, number];
}

const service = fc.oneof(fc.nat(6), fc.integer({ min: 5, max: 40 })).chain((employed) =>
  fc.tuple(fc.nat(employed), fc.nat(employed)).map((trained): Service => ({ employed, trained })),
);
const nation = fc.array(fc.array(service, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });

/** The nation as counted in two programmes that are for the same people. */
function counted(regions: Service[][]): CountedProgramme[] {
  return [0, 1].map((programme) => {
    const unit = (level: CountedUnit['level'], name: string, region: string | null, services: Service[]): CountedUnit => {
      const employed = services.reduce((sum, one) => sum + one.employed, 0);
      const trained = services.reduce((sum, one) => sum + one.trained[programme]!, 0);
      return { level, unit: name, region, employed, trained, people: employed, trainedPeople: trained };
    };
    return {
      programmeId: `programme-${programme}`,
      units: [
        unit('nation', 'nation', null, regions.flat()),
        ...regions.flatMap((services, index) => [
          unit('region', `r${index}`, `r${index}`, services),
          ...services.map((one, number) => unit('service', `r${index}s${number}`, `r${index}`, [one])),
        ]),
      ],
    };
  });
}

/** What the published figures alone leave unknown: a side is known where the two others are. */
function unknownBy(programmes: CountedProgramme[]): Map<string, Hidden> {
  const { cells, idsOf } = coverageTable(programmes);
  const unknown = new Map<string, Hidden>(cells.map(({ id }) => [id, null]));
  const published = new Map(publishedCells(programmes).map((cell) => [`${cell.programmeId} ${cell.level} ${cell.unit}`, cell]));
  for (const programme of programmes) {
    for (const unit of programme.units) {
      const ids = idsOf(programme, unit);
      const { employed, trained } = published.get(`${programme.programmeId} ${unit.level} ${unit.unit}`)!;
      if (employed === null) unknown.set(ids.employed, 'few');
      if (trained === null) unknown.set(ids.trained, 'few');
      if (employed === null || trained === null) unknown.set(ids.untrained, 'few');
    }
  }
  return unknown;
}

describe('published coverage', () => {
  const isFew = (count: number) => count > 0 && count < 5;

  it('tells of no one to four people: neither employed, nor trained, nor untrained', () => {
    fc.assert(
      fc.property(nation, (regions) => {
        for (const { employed, trained } of publishedCells(counted(regions))) {
          expect([employed ?? 0, trained ?? 0, employed === null || trained === null ? 0 : employed - trained].filter(isFew)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets nobody work out what is hidden by linear algebra over all units and programmes', () => {
    fc.assert(
      fc.property(nation, (regions) => {
        const programmes = counted(regions);
        expect(recovered(coverageTable(programmes).sums, unknownBy(programmes))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('shows what is safe as it is', () => {
    const [first] = counted([[{ employed: 20, trained: [10, 0] }, { employed: 30, trained: [30, 7] }]]);
    expect(publishedCells([first!]).map(({ unit, employed, trained, hidden }) => [unit, employed, trained, hidden])).toEqual([
      ...[['nation', 50, 40, null], ['r0', 50, 40, null], ['r0s0', 20, 10, null], ['r0s1', 30, 30, null]],
    ]);
  });

  it('hides eighteen trained of twenty, and with it what it could be worked out from', () => {
    const [first] = counted([[{ employed: 20, trained: [18, 0] }, { employed: 30, trained: [15, 7] }, { employed: 40, trained: [20, 7] }]]);
    const cells = new Map(publishedCells([first!]).map((cell) => [cell.unit, cell]));
    expect(cells.get('r0s0')).toMatchObject({ employed: 20, trained: null });
    expect([cells.get('r0s1')!.trained, cells.get('r0s2')!.trained]).toContain(null);
    expect(cells.get('nation')).toMatchObject({ employed: 90, trained: 53, hidden: null });
  });

  it('for a nation of 250 services is made in seconds', () => {
    const [regions] = fc.sample(fc.array(fc.array(service, { minLength: 50, maxLength: 50 }), { minLength: 5, maxLength: 5 }), { numRuns: 1, seed: 3 });
    const start = performance.now();
    const cells = publishedCells(counted(regions!));
    expect(cells).toHaveLength(2 * 256);
    expect(cells.filter(({ level, hidden }) => level === 'nation' && hidden)).toEqual([]);
    expect(cells.filter(({ trained }) => trained !== null).length).toBeGreaterThan(100);
    expect((performance.now() - start) / 1000).toBeLessThan(20);
  }, 120_000);
});
