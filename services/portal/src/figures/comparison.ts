import { isShown, type PublishedFigure } from './published-figure.js';

/** Two sides' means of the same thing. */
export interface ComparedRow<Id extends string = string> {
  id: Id;
  first: PublishedFigure;
  second: PublishedFigure;
}

interface Gap<Id extends string = string> {
  id: Id;
  first: number;
  second: number;
  /** The first side's mean minus the second side's. */
  difference: number;
}

export type Comparison<Id extends string = string> =
  | { verdict: 'hidden' | 'tooLittle' }
  | {
      verdict: 'firstHigher' | 'secondHigher' | 'mixed' | 'similar';
      widest: Gap<Id>;
      compared: number;
      higherForFirst: number;
    };

/** Differences of means below this, on scales of seven or ten steps, are called alike. */
export const clearDifference = 0.5;

/** Means have two decimals; their difference must not gain more. */
const twoDecimals = (value: number) => Math.round(value * 100) / 100;

export function gapOf<Id extends string>({ id, first, second }: ComparedRow<Id>): Gap<Id> | undefined {
  if (!isShown(first) || !isShown(second)) return undefined;
  return { id, first: first.value, second: second.value, difference: twoDecimals(first.value - second.value) };
}

export function compareSides<Id extends string>(rows: readonly ComparedRow<Id>[]): Comparison<Id> {
  const gaps = rows.flatMap((row) => gapOf(row) ?? []);
  const widest = gaps.reduce<Gap<Id> | undefined>(
    (widestSoFar, gap) =>
      widestSoFar && Math.abs(widestSoFar.difference) >= Math.abs(gap.difference) ? widestSoFar : gap,
    undefined,
  );
  if (widest === undefined) {
    const someHidden = rows.some(({ first, second }) => first.hidden !== null || second.hidden !== null);
    return { verdict: someHidden ? 'hidden' : 'tooLittle' };
  }
  return {
    verdict: verdictOn(gaps, widest),
    widest,
    compared: gaps.length,
    higherForFirst: gaps.filter((gap) => gap.difference > 0).length,
  };
}

function verdictOn(gaps: readonly Gap[], widest: Gap) {
  if (Math.abs(widest.difference) < clearDifference) return 'similar';
  if (gaps.every((gap) => gap.difference >= 0)) return 'firstHigher';
  if (gaps.every((gap) => gap.difference <= 0)) return 'secondHigher';
  return 'mixed';
}
