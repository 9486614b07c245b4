import type { ServiceMatrix } from './row.js';

export const training = {
  'propose-plan': { roles: ['national_team', 'competence_centre', 'regional_team'] },
  plan: { roles: ['national_team', 'competence_centre', 'regional_team'] },
  'plan-versions': { roles: ['national_team', 'competence_centre', 'regional_team'] },
  'coverage-forecast': { roles: ['national_team', 'competence_centre', 'regional_team'] },
  'schedule-gathering': { roles: ['national_team', 'competence_centre', 'regional_team'] },
  'record-attendance': { roles: ['national_team', 'competence_centre', 'regional_team'] },
} satisfies ServiceMatrix;
