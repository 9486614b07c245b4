import type { PublishedFigure } from '@riggen/contracts';

export type { PublishedFigure };
export type HiddenReason = NonNullable<PublishedFigure['hidden']>;

/** Nothing was asked or answered; not the same as a figure that is hidden. */
export const noFigure: PublishedFigure = { value: null, n: 0, hidden: null };

export const isShown = (figure: PublishedFigure): figure is PublishedFigure & { value: number } =>
  figure.hidden === null && figure.value !== null;

export const isZero = (figure: PublishedFigure) => figure.hidden === null && (figure.value ?? 0) === 0;

export const countNotShown = (figures: readonly PublishedFigure[]) => figures.filter((figure) => !isShown(figure)).length;

/** The row with the highest or lowest figure; the first of equals. */
export function extreme<Row>(
  rows: readonly Row[],
  figureOf: (row: Row) => PublishedFigure,
  kind: 'highest' | 'lowest',
): { row: Row; value: number } | undefined {
  const sign = kind === 'highest' ? 1 : -1;
  let found: { row: Row; value: number } | undefined;
  for (const row of rows) {
    const figure = figureOf(row);
    if (isShown(figure) && (found === undefined || sign * figure.value > sign * found.value)) {
      found = { row, value: figure.value };
    }
  }
  return found;
}
