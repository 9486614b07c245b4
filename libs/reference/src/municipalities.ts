import counties from './data/counties-2024.json' with { type: 'json' };
import municipalities from './data/municipalities-2024.json' with { type: 'json' };
import type { RegionId } from './regions.js';

/**
 * A municipality of 2024. `number` has four digits, `county` two. `population` and `children` (0-17 years) on 1 January 2026.
 * `ownRegionalTasks`: it does itself what the regions do elsewhere.
 */
export interface Municipality {
  number: string;
  name: string;
  county: string;
  population: number;
  children: number;
  ownRegionalTasks?: boolean;
}

const byNumber = new Map<string, Municipality>(municipalities.map((municipality) => [municipality.number, municipality]));
const regionOfCounty = new Map(counties.map(({ number, region }) => [number, region as RegionId]));

/** Whether a municipality of 2024 has this number. */
export function isMunicipality(number: string): boolean {
  return byNumber.has(number);
}

/** The municipality with this number, or undefined. */
export function municipalityOf(number: string): Municipality | undefined {
  return byNumber.get(number);
}

/** The municipalities with these numbers, the most populous first; numbers that do not exist are left out. */
export function mostPopulousFirst(numbers: readonly string[]): Municipality[] {
  return numbers.flatMap((number) => byNumber.get(number) ?? []).sort((a, b) => b.population - a.population);
}

/** The region that follows up the services of a municipality. */
export function regionOf({ county }: Municipality): RegionId {
  return regionOfCounty.get(county)!;
}
