import counties from './data/counties-2024.json' with { type: 'json' };
import districts from './data/districts.json' with { type: 'json' };
import municipalities from './data/municipalities-2024.json' with { type: 'json' };
import { allRegions } from './regions.js';

/** The names of all municipalities, counties, districts and regions, in the languages that they are known in. */
export const placeNames: readonly string[] = [...municipalities, ...counties, ...districts]
  .map(({ name }) => name)
  .concat(allRegions.flatMap(({ name }) => Object.values(name)));
