import type { ServiceMatrix } from './row.js';

export const dashboards = {
  'pilot-report': { roles: ['researcher'] },
  'pilot-evaluation': { roles: [], open: true, counts: ['study', 'figures'] },
} satisfies ServiceMatrix;
