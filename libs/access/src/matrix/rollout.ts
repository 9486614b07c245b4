import type { ServiceMatrix } from './row.js';

const planners = ['national_team', 'regional_team', 'administrator'] as const;
const staffers = ['regional_team', 'local_leader', 'administrator'] as const;
const readers = ['national_team', 'competence_centre', 'regional_team', 'local_leader', 'local_supervisor', 'administrator'] as const;

export const rollout = {
  'register-service-unit': { roles: planners },
  'register-caseworker': { roles: staffers },
  'change-service-unit': { roles: planners },
  'merge-service-units': { roles: planners },
  'split-service-unit': { roles: planners },
  'open-position': { roles: staffers },
  'end-position': { roles: staffers },
  'correct-position': { roles: staffers },
  organisation: { roles: [...readers, 'researcher', 'auditor'] },
  'service-unit': { roles: [...readers, 'caseworker', 'researcher', 'auditor'] },
  staff: { roles: ['regional_team', 'local_leader', 'local_supervisor', 'administrator'], personLevel: 'who is employed in a service' },
  turnover: { roles: readers },
  'make-person-known': { roles: ['national_team', 'regional_team', 'local_leader', 'administrator'] },
  'correct-person': { roles: ['regional_team', 'local_leader', 'administrator'], self: true },
  'erase-person': { roles: ['administrator'] },
  person: { roles: ['regional_team', 'local_leader', 'local_supervisor', 'administrator'], self: true, personLevel: 'to reach a colleague' },
  people: { roles: ['regional_team', 'local_leader', 'local_supervisor', 'administrator'], personLevel: 'to reach colleagues' },
  'person-by-email': { roles: [] },
  'record-notice-sent': { roles: [] },
  'give-notice-up': { roles: [] },
  outbox: { roles: ['administrator'], personLevel: 'seeing whether notices reached their receivers' },
} satisfies ServiceMatrix;
