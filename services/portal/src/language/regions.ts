import type { Me } from '@riggen/contracts';

/** The regions from north to east, as lists show them. */
export const regions = ['nord', 'midt', 'vest', 'sor', 'ost'] as const;
export type Region = (typeof regions)[number];

/** Reads the chosen region from an address. */
export function withRegion({ region }: Record<string, unknown>): { region?: Region } {
  const chosen = regions.find((one) => one === region);
  return chosen ? { region: chosen } : {};
}

/** Reads the chosen region, the searched words and the page of a list from an address. */
export function withRegionAndSearch({ search, page, ...rest }: Record<string, unknown>): { region?: Region; search?: string; page?: number } {
  return {
    ...withRegion(rest),
    ...(typeof search === 'string' && search && { search }),
    ...(typeof page === 'number' && page > 1 && { page }),
  };
}

/** The region that somebody works in or under; the first one for those who work for the nation. */
export function ownRegion(me: Pick<Me, 'grants'> | undefined): Region {
  const own = me?.grants.flatMap(({ unit }) => (unit.level === 'nation' ? [] : [unit.region]));
  return own?.[0] ?? regions[0];
}

/** Whether a text names a region. */
export const isRegion = (region: string | null | undefined): region is Region => regions.some((one) => one === region);
