import type { ServiceMatrix } from './row.js';

export const feedback = {
  'register-respondent': { roles: ['local_leader', 'local_supervisor', 'caseworker'] },
  'define-survey': { roles: ['national_team', 'researcher'] },
  'send-invitation': { roles: ['local_leader', 'local_supervisor', 'caseworker', 'researcher'] },
  'answer-survey': { roles: [] },
  'evaluate-gathering': { roles: [] },
} satisfies ServiceMatrix;
