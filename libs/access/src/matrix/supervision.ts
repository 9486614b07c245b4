import type { ServiceMatrix } from './row.js';

export const supervision = {
  'log-session': { roles: ['regional_team', 'local_supervisor'] },
  'record-session-attendance': { roles: ['regional_team', 'local_supervisor'] },
} satisfies ServiceMatrix;
