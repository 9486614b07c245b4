import { writeFileSync } from 'node:fs';
import { operations } from './operations.js';

// What Grafana reads; kept in the repository, and checked against its source in the tests.
writeFileSync(new URL('../json/operations.json', import.meta.url), `${JSON.stringify(operations, null, 2)}\n`);
