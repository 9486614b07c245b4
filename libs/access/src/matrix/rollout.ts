import type { ServiceMatrix } from './row.js';

export const rollout = {
  'register-service-unit': { roles: ['national_team', 'regional_team', 'administrator'] },
  'register-caseworker': { roles: ['regional_team', 'local_leader', 'administrator'] },
} satisfies ServiceMatrix;
