/** The limits of disclosure control (domain rules; Statistics Norway shows ":" for what is hidden). */
export const disclosureLimits = {
  /** A figure that rests on fewer distinct people or cases than this is hidden. */
  fewestPeople: 5,
  /** Below national level, so is a share whose numerator or complement is smaller than this and not zero. */
  fewestOnEitherSide: 5,
} as const;

export interface DisclosureLimits {
  readonly fewestPeople: number;
  readonly fewestOnEitherSide: number;
}

/** Why a figure is hidden: it rests on too few, or another hidden figure could be worked out from it. */
export type Hidden = 'few' | 'protects' | null;

/** What a figure rests on. `share` is its numerator and denominator; `national` says that it is about the whole nation. */
export interface Basis {
  people: number;
  share?: { part: number; whole: number };
  national?: boolean;
}

/** Whether a figure rests on too few by itself. A figure about nobody tells about nobody. */
export function hiddenFor({ people, share, national }: Basis, limits: DisclosureLimits = disclosureLimits): 'few' | null {
  const isFew = (count: number, fewest: number) => count > 0 && count < fewest;
  if (isFew(people, limits.fewestPeople)) return 'few';
  if (national || !share) return null;
  const sides = [share.part, share.whole - share.part];
  return sides.some((side) => isFew(side, limits.fewestOnEitherSide)) ? 'few' : null;
}
