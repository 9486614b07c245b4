/**
 * Rounds numerator / denominator half up to a number of decimals, on the exact quotient of the two whole numbers.
 * Gives null when there is nothing to divide by. Both must be whole and not negative.
 */
export function roundedQuotient(numerator: number, denominator: number, decimals: number): number | null {
  if (denominator === 0) return null;
  const scale = 10n ** BigInt(decimals);
  const double = 2n * BigInt(denominator);
  const rounded = (2n * BigInt(numerator) * scale + BigInt(denominator)) / double;
  return Number(rounded) / Number(scale);
}

/** A share in per cent with one decimal. */
export const percentage = (part: number, whole: number): number | null => roundedQuotient(part * 100, whole, 1);

/** A mean with two decimals. */
export const mean = (sum: number, n: number): number | null => roundedQuotient(sum, n, 2);
