import districts from './data/districts.json' with { type: 'json' };

/** A district with a child welfare service of its own. `number`: Oslo's official one; Trondheim's are keys of our own (SOURCES.md). `children`: 0-17 years, where known. */
export interface District {
  number: string;
  name: string;
  municipality: string;
  children?: number;
}

const all: District[] = districts;
const byNumber = new Map(all.map((district) => [district.number, district]));

/** The district with this number, or undefined. */
export function districtOf(number: string): District | undefined {
  return byNumber.get(number);
}

/** The districts of a municipality that have services of their own; none for most. */
export function districtsOf(municipality: string): District[] {
  return all.filter((district) => district.municipality === municipality);
}
