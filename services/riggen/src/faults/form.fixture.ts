import { Draw } from '../system/draw.fixture.js';

/** Whether the long form runs, which `npm run test:long` asks for; `npm test` runs the short one. */
const isLong = process.env['RIGGEN_LONG_TESTS'] === '1';

/** The value of the short form or of the long one. */
export const inForm = <Value>(short: Value, long: Value): Value => (isLong ? long : short);

/** A draw whose seed is printed: RIGGEN_FAULT_SEED runs the same faults again. */
export function drawnFaults(): Draw {
  const seed = Number(process.env['RIGGEN_FAULT_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`RIGGEN_FAULT_SEED=${seed}\n`);
  return new Draw(seed);
}
