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
  'give-role': { roles: ['national_team', 'regional_team', 'local_leader', 'administrator'] },
  'withdraw-role': { roles: ['national_team', 'regional_team', 'local_leader', 'administrator'] },
  'link-sign-in': { roles: ['administrator'] },
  'name-first-administrator': { roles: [] },
  'grants-of-sign-in': { roles: [] },
  'role-holders': {
    roles: ['national_team', 'regional_team', 'local_leader', 'auditor', 'administrator'],
    personLevel: 'to give and withdraw roles, and to check who holds them',
  },
  readings: { roles: ['auditor'], personLevel: 'to check who has read person-level data' },
} satisfies ServiceMatrix;
