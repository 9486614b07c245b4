import type { Caller, Role, Unit } from '@riggen/contracts';
import { covers, type Subject } from './scope.js';

const local: readonly Role[] = ['local_leader', 'local_supervisor', 'caseworker'];
const all: readonly Role[] = [
  ...['national_team', 'competence_centre', 'regional_team', 'researcher', 'auditor', 'administrator'] satisfies Role[],
  ...local,
] as Role[];

/** The roles that a holder of each role may give and withdraw, in the own unit and below. */
export const givenBy: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  administrator: all,
  national_team: all,
  regional_team: local,
  local_leader: ['local_supervisor', 'caseworker'],
};

const nationOnly = ['nation'] as const;
const inServices = ['service', 'group'] as const;

/** The levels of unit that a role is held in. */
export const levelsOf: Readonly<Record<Role, readonly Unit['level'][]>> = {
  national_team: nationOnly,
  competence_centre: nationOnly,
  regional_team: ['region'],
  local_leader: ['service'],
  local_supervisor: inServices,
  caseworker: inServices,
  researcher: nationOnly,
  auditor: nationOnly,
  administrator: nationOnly,
  operator: nationOnly,
};

/** Whether a caller may give or withdraw a role in a place: by a role that gives it, held in the place or above. */
export const mayGive = (caller: Caller, role: Role, place: Subject): boolean =>
  caller.kind === 'system' ||
  caller.grants.some((grant) => covers(grant.unit, place) && (grant.role === 'operator' || givenBy[grant.role]?.includes(role)));
