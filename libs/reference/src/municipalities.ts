import municipalities from './data/municipalities-2024.json' with { type: 'json' };

/** A municipality of 2024. `number` has four digits, `county` two. */
export interface Municipality {
  number: string;
  name: string;
  county: string;
}

const byNumber = new Map<string, Municipality>(municipalities.map((municipality) => [municipality.number, municipality]));

/** Whether a municipality of 2024 has this number. */
export function isMunicipality(number: string): boolean {
  return byNumber.has(number);
}
