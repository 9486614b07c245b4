import type { ServiceMatrix } from './row.js';

const planners = ['national_team', 'regional_team', 'administrator'] as const;
// Those who know the people by name: counts of few people are no secret from them.
const staffReaders = ['regional_team', 'local_leader', 'local_supervisor', 'administrator'] as const;
const staffers = ['regional_team', 'local_leader', 'administrator'] as const;
const implementers = ['national_team', 'regional_team', 'local_leader'] as const;
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
  staff: { roles: staffReaders, personLevel: 'who is employed in a service' },
  turnover: { roles: staffReaders },
  'make-person-known': { roles: ['national_team', 'regional_team', 'local_leader', 'administrator'] },
  'correct-person': { roles: ['regional_team', 'local_leader', 'administrator'], self: true },
  'erase-person': { roles: ['administrator'] },
  person: { roles: staffReaders, self: true, personLevel: 'to reach a colleague' },
  'person-data': { roles: [], personLevel: 'to hand over to the person all that is held' },
  // Open, and yet each is told of those of the own scope only: the rows see to that, also where a list has people of several regions.
  people: { roles: [], open: true, personLevel: 'to reach colleagues' },
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
  'start-implementation': { roles: implementers },
  'enter-stage': { roles: implementers },
  'leave-stage': { roles: implementers },
  'add-local-activity': { roles: implementers },
  'plan-activity': { roles: implementers },
  'complete-activity': { roles: implementers },
  'reopen-activity': { roles: implementers },
  'waive-activity': { roles: implementers },
  'map-readiness': { roles: implementers },
  'assess-drivers': { roles: implementers },
  // A plan tells how many people take part, which the nation does not see.
  'revise-local-plan': { roles: ['regional_team', 'local_leader'] },
  implementation: { roles: [...readers, 'caseworker', 'researcher'] },
  'services-in-line': { roles: ['national_team', 'competence_centre', 'regional_team', 'administrator'] },
  'rollout-by-stage': { roles: ['national_team', 'competence_centre', 'researcher', 'administrator'] },
  'form-team': { roles: implementers },
  'change-team': { roles: implementers },
  'dissolve-team': { roles: implementers },
  teams: { roles: [...readers, 'caseworker'], personLevel: 'to see who is in a team and what the team lacks' },
  'implementation-template': { roles: [], open: true },
} satisfies ServiceMatrix;
