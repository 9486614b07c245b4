// npm run test:long: the suites that have a long form, in it. Names given as arguments choose, as with npm test.
process.env.RIGGEN_LONG_TESTS = '1';
if (process.argv.length === 2) process.argv.push('services/riggen/src/faults');
await import('./test.mjs');
