import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fewAnswerTable, nationalTable, tableOf } from './tables.fixture.js';
import { otherPossibleCounts, recovered } from './attack.fixture.js';
import { disclosureLimits, type Hidden, hiddenFor } from './limits.js';
import { type Sum, suppress, type TableCell } from './suppress.js';

const parts = (people: number[], total = people.reduce((sum, count) => sum + count, 0)) => {
  const cells: TableCell[] = [{ id: 'all', people: total }, ...people.map((count, index) => ({ id: `${index}`, people: count }))];
  const hidden = suppress(cells, [{ total: 'all', parts: people.map((_, index) => `${index}`) }]);
  return [...hidden.values()];
};

describe('parts whose total is shown', () => {
  it.each([
    ['all of enough people are shown', [5, 6, 70], [null, null, null, null]],
    ['one of few takes the next smallest with it', [3, 20, 7], [null, 'few', null, 'protects']],
    ['two of few protect each other when they are five together', [3, 20, 4], [null, 'few', null, 'few']],
    ['two of few that are not five together take the next smallest with them', [1, 1, 20, 8], [null, 'few', 'few', null, 'protects']],
    ['an empty part tells about nobody and protects nobody', [3, 0, 20, 7], [null, 'few', null, null, 'protects']],
    ['one of few beside empty parts hides its total too', [3, 0, 0], ['few', 'few', null, null]],
    ['only one of equally small ones is taken', [2, 9, 9], [null, 'few', 'protects', null]],
    ['two that could only be the least they can be take another', [1, 5, 20, 30], [null, 'few', 'protects', 'protects', null]],
    ['nothing is hidden where there is nothing', [], [null]],
  ])('%s', (_, people, hidden) => {
    expect(parts(people)).toEqual(hidden);
  });

  it('hide the total where no other part has people', () => {
    const cells = [
      { id: 'nation', people: 9, share: { part: 2, whole: 9 }, national: true },
      { id: 'region', people: 9, share: { part: 2, whole: 9 } },
    ];
    expect(suppress(cells, [{ total: 'nation', parts: ['region'] }])).toEqual(new Map<string, Hidden>([['nation', 'protects'], ['region', 'few']]));
  });

  it('leave a cell that readers have already, and hide another', () => {
    const cells: TableCell[] = [
      { id: 'all', people: 32, published: 'shown' },
      { id: 'a', people: 2 },
      { id: 'b', people: 10, published: 'shown' },
      { id: 'c', people: 20 },
    ];
    expect(Object.fromEntries(suppress(cells, [{ total: 'all', parts: ['a', 'b', 'c'] }]))).toEqual({ all: null, a: 'few', b: null, c: 'protects' });
  });

  it('count the people of one service once over its months', () => {
    const month = (id: string, people: number): TableCell => ({ id, people, answers: people * 2, population: 'service' });
    const cells = [{ ...month('year', 9), answers: 32 }, month('jan', 3), month('feb', 4), month('mar', 9)];
    const hidden = suppress(cells, [{ total: 'year', parts: ['jan', 'feb', 'mar'] }]);
    // Three in January and four in February can be four people together.
    expect(Object.fromEntries(hidden)).toEqual({ year: null, jan: 'few', feb: 'few', mar: 'protects' });
  });

  it('say which cell is missing', () => {
    expect(() => suppress([], [{ total: 'all', parts: [] }])).toThrow('all');
  });
});

describe('a hidden figure', () => {
  const tables = fc.oneof(fewAnswerTable, nationalTable);

  it('cannot be worked out by linear algebra from everything that is shown', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { cells, sums } = tableOf(table);
        expect(recovered(sums, suppress(cells, sums))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('is every one that rests on too few, and none about nobody', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { cells, sums } = tableOf(table);
        const hidden = suppress(cells, sums);
        const few = ({ id }: TableCell) => hidden.get(id) === 'few';
        expect(cells.filter(few)).toEqual(cells.filter((cell) => hiddenFor(cell) === 'few'));
        expect(cells.filter(({ id, people }) => !people && hidden.get(id))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('has more than one possible count for a reader who tries them all and knows the reasons', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 5 }), (people) => {
        const hidden = parts(people);
        for (const [index, counts] of otherPossibleCounts(people, hidden, disclosureLimits.fewestPeople)) {
          expect({ index, counts: counts.size > 1 }).toEqual({ index, counts: true });
        }
      }),
    );
  });

  it('is hidden with others that are five people together, where their sum can be worked out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (people) => {
        const [total, ...hidden] = parts(people);
        const behind = people.filter((_, index) => hidden[index]).reduce((sum, count) => sum + count, 0);
        if (!total && behind) expect(behind).toBeGreaterThanOrEqual(disclosureLimits.fewestPeople);
      }),
    );
  });

  it('would be recovered by the same attack if only those of few were hidden', () => {
    const sums: Sum[] = [{ total: 'all', parts: ['a', 'b'] }];
    expect(recovered(sums, new Map([['all', null], ['a', 'few'], ['b', null]]))).toEqual(['a']);
  });
});

describe('a nation', () => {
  it('of 250 services, five regions, twelve months and their year is done in seconds', () => {
    const [seed] = fc.sample(fc.infiniteStream(fc.nat(30)), { numRuns: 1, seed: 4 });
    const next = () => seed!.next().value;
    const { cells, sums } = tableOf({
      regions: Array.from({ length: 5 }, () => Array.from({ length: 50 }, () => Array.from({ length: 12 }, () => ({ yes: next(), no: next() })))),
      sides: false,
    });
    const start = performance.now();
    const hidden = suppress(cells, sums);
    const seconds = (performance.now() - start) / 1000;
    const count = (reason: Hidden) => [...hidden.values()].filter((value) => value === reason).length;
    expect(cells).toHaveLength(256 * 13);
    expect(count('few')).toBeGreaterThan(50);
    expect(count(null)).toBeGreaterThan(cells.length / 2);
    expect(seconds).toBeLessThan(10);
  }, 180_000);
});
