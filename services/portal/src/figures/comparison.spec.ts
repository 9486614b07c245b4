import { describe, expect, it } from '@jest/globals';
import { compareSides, gapOf, type ComparedRow } from './comparison.js';

const row = (id: string, first: number | null, second: number | null): ComparedRow => ({
  id,
  first: { value: first, n: 50, hidden: null },
  second: { value: second, n: 50, hidden: null },
});
const hiddenRow: ComparedRow = { ...row('hidden', null, 5), first: { value: null, n: null, hidden: 'protects' } };

describe('comparing two sides', () => {
  it('keeps two decimals in a gap', () => {
    expect(gapOf(row('respect', 6.13, 6.35))?.difference).toBe(-0.22);
  });

  it('finds the widest gap, whoever is higher', () => {
    const comparison = compareSides([row('a', 6, 5.8), row('b', 5, 5.9), row('c', 6.5, 6)]);
    expect(comparison).toMatchObject({ verdict: 'mixed', widest: { id: 'b' }, compared: 3, higherForFirst: 2 });
  });

  it('calls sides alike when no gap is clear', () => {
    expect(compareSides([row('a', 6.13, 6.35), row('b', 5.87, 5.66)]).verdict).toBe('similar');
  });

  it('calls a side higher only when it is nowhere lower', () => {
    expect(compareSides([row('a', 6.2, 5.3), row('b', 6, 6)]).verdict).toBe('firstHigher');
    expect(compareSides([row('a', 5.3, 6.2), row('b', 6, 6)]).verdict).toBe('secondHigher');
  });

  it('leaves out what is hidden or missing', () => {
    expect(compareSides([hiddenRow, row('b', 6, 5), row('c', 6, null)])).toMatchObject({ compared: 1, widest: { id: 'b' } });
  });

  it('says why there is nothing to compare', () => {
    expect(compareSides([hiddenRow, row('b', null, 5)]).verdict).toBe('hidden');
    expect(compareSides([row('b', null, 5)]).verdict).toBe('tooLittle');
    expect(compareSides([]).verdict).toBe('tooLittle');
  });
});
