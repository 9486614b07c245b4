import { describe, expect, it } from '@jest/globals';
import { countNotShown, extreme, isZero, noFigure, type PublishedFigure } from './published-figure.js';

const shown = (value: number, n: number): PublishedFigure => ({ value, n, hidden: null });
const hidden: PublishedFigure = { value: null, n: null, hidden: 'few' };

describe('published figures', () => {
  it('counts hidden and missing figures alike as not shown', () => {
    expect(countNotShown([shown(1, 5), hidden, noFigure])).toBe(2);
  });

  it('finds the first of equals', () => {
    const rows = [{ figure: hidden }, { figure: shown(40, 9) }, { figure: shown(40, 7) }, { figure: shown(12, 9) }];
    expect(extreme(rows, ({ figure }) => figure, 'highest')).toEqual({ row: rows[1], value: 40 });
    expect(extreme(rows, ({ figure }) => figure, 'lowest')).toEqual({ row: rows[3], value: 12 });
  });

  it('does not take a hidden figure for zero', () => {
    expect(isZero(hidden)).toBe(false);
    expect(isZero(shown(0, 0))).toBe(true);
    expect(isZero(noFigure)).toBe(true);
  });
});
