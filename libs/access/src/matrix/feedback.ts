import type { ServiceMatrix } from './row.js';

export const feedback = {
  'register-respondent': { roles: ['local_leader', 'local_supervisor', 'caseworker'] },
  'define-survey': { roles: ['national_team', 'researcher'] },
  'send-invitation': { roles: ['local_leader', 'local_supervisor', 'caseworker', 'researcher'] },
  'answer-survey': { roles: [] },
  'invite-to-survey': { roles: ['local_leader', 'local_supervisor', 'caseworker', 'researcher'] },
  'revoke-invitation': { roles: ['local_leader', 'local_supervisor', 'caseworker', 'researcher'] },
  'survey-by-link': { roles: [], link: true },
  'answer-by-link': { roles: [], link: true },
  'evaluate-gathering': { roles: [] },
  'open-gathering-evaluation': { roles: ['national_team', 'competence_centre', 'regional_team'] },
  'close-gathering-evaluation': { roles: ['national_team', 'competence_centre', 'regional_team'] },
  'evaluation-by-code': { roles: [], link: true },
  'evaluate-by-code': { roles: [], link: true },
  'publish-answers': { roles: [] },
} satisfies ServiceMatrix;
