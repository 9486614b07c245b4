import type { Hidden } from './limits.js';
import type { Sum } from './suppress.js';

/** A fraction of whole numbers. */
interface Fraction {
  over: bigint;
  under: bigint;
}

const fraction = (over: bigint, under = 1n): Fraction => {
  const divisor = gcd(over < 0n ? -over : over, under < 0n ? -under : under) * (under < 0n ? -1n : 1n);
  return { over: over / divisor, under: under / divisor };
};
const gcd = (a: bigint, b: bigint): bigint => (b ? gcd(b, a % b) : a || 1n);
const times = (a: Fraction, b: Fraction) => fraction(a.over * b.over, a.under * b.under);
const minus = (a: Fraction, b: Fraction) => fraction(a.over * b.under - b.over * a.under, a.under * b.under);
const isZero = ({ over }: Fraction) => over === 0n;

/**
 * What a reader recovers who has all cells that are shown and every sum between cells: Gaussian elimination in fractions, column
 * by column over a dense matrix. Gives the hidden cells that have one possible value.
 */
export function recovered(sums: readonly Sum[], hidden: ReadonlyMap<string, Hidden>): string[] {
  const unknown = [...hidden].filter(([, reason]) => reason !== null).map(([id]) => id);
  const matrix = sums.map(({ total, parts }) =>
    unknown.map((id) => fraction(BigInt(parts.filter((part) => part === id).length - (total === id ? 1 : 0)))),
  );
  let top = 0;
  for (const column of unknown.keys()) {
    const pivot = matrix.findIndex((row, index) => index >= top && !isZero(row[column]!));
    if (pivot < 0) continue;
    const [row] = matrix.splice(pivot, 1);
    const lead = row![column]!;
    const scaled = row!.map((value) => times(value, fraction(lead.under, lead.over)));
    matrix.splice(top, 0, scaled);
    for (const [index, other] of matrix.entries()) {
      const factor = other[column]!;
      if (index !== top && !isZero(factor)) matrix[index] = other.map((value, place) => minus(value, times(factor, scaled[place]!)));
    }
    top += 1;
  }
  return matrix.flatMap((row) => {
    const left = row.flatMap((value, column) => (isZero(value) ? [] : [unknown[column]!]));
    return left.length === 1 ? left : [];
  });
}

/** For parts of one shown total: every count that each hidden part can have, by trying all. Nothing where the total is hidden. */
export function otherPossibleCounts(people: number[], [total, ...hidden]: Hidden[], fewest: number): Map<number, Set<number>> {
  const possible = new Map<number, Set<number>>();
  if (total) return possible;
  const open = people.map((_, index) => index).filter((index) => hidden[index]);
  const sum = open.reduce((rest, index) => rest + people[index]!, 0);
  for (const index of open) possible.set(index, new Set());
  const attempt = (place: number, rest: number, counts: number[]): void => {
    if (place === open.length) {
      if (rest === 0) open.forEach((index, at) => possible.get(index)!.add(counts[at]!));
      return;
    }
    const isFew = hidden[open[place]!] === 'few';
    for (let count = isFew ? 1 : fewest; count <= (isFew ? fewest - 1 : rest) && count <= rest; count += 1) attempt(place + 1, rest - count, [...counts, count]);
  };
  attempt(0, sum, []);
  return possible;
}
