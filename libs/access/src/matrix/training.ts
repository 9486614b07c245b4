import type { ServiceMatrix } from './row.js';

export const training = {
  'schedule-gathering': { roles: ['national_team', 'competence_centre', 'regional_team'] },
  'record-attendance': { roles: ['national_team', 'competence_centre', 'regional_team'] },
} satisfies ServiceMatrix;
