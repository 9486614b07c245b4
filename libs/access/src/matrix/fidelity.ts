import type { ServiceMatrix } from './row.js';

export const fidelity = {
  'open-case': { roles: ['local_leader', 'local_supervisor', 'caseworker'] },
} satisfies ServiceMatrix;
