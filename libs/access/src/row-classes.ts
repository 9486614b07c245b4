import type { Caller, Role, Unit } from '@riggen/contracts';
import { covers, type Subject } from './scope.js';

/** What rows of read models are about: who may see them follows from it. */
export interface RowClassRule {
  /** In words, for whoever reads the matrix. */
  about: string;
  /** Whoever holds one of these roles in a unit that covers the row's place. */
  roles: readonly Role[];
  /** Also the person of the row, in tables that name one. */
  self?: true;
}

/**
 * The classes of rows. `internal` is for tables that no query reads, `open` for what everybody with a role may see; all others
 * are seen by roles.
 */
export const rowClasses = {
  person: {
    about: 'a member of staff',
    roles: ['regional_team', 'local_leader', 'local_supervisor', 'administrator'],
    self: true,
  },
  trainee: {
    about: 'a member of staff in training or supervision that the region gives',
    roles: ['regional_team', 'local_leader', 'local_supervisor'],
    self: true,
  },
  case: { about: 'a case by its random key, and the work in it', roles: ['local_leader', 'local_supervisor', 'caseworker'] },
  organisation: {
    about: 'a service or a region: its plans, stages and teams',
    roles: ['national_team', 'competence_centre', 'regional_team', 'local_leader', 'local_supervisor', 'caseworker', 'administrator'],
  },
  figures: {
    about: 'figures of a service or region after disclosure control',
    roles: ['national_team', 'competence_centre', 'regional_team', 'local_leader', 'local_supervisor', 'caseworker', 'researcher'],
  },
  study: { about: 'single answers and invitations of a study, by random keys', roles: ['researcher'] },
  roles: {
    about: 'who holds which role where',
    roles: ['national_team', 'regional_team', 'local_leader', 'auditor', 'administrator'],
    self: true,
  },
  accounts: { about: 'which person signs in by which identity', roles: [] },
  readings: { about: 'who has read person-level data', roles: ['auditor'] },
} as const satisfies Record<string, RowClassRule>;

export type RowClass = keyof typeof rowClasses;

/** The classes that a table of a read model can be of. */
export type TableClass = RowClass | 'open' | 'internal';

/** The units whose rows of a class a caller sees. */
export interface Reach {
  nation: boolean;
  regions: string[];
  services: string[];
  /** As SERVICE GROUP. */
  groups: string[];
}

/** Where a caller sees rows of a class: by the grants of the roles that the class names, each in its unit and below. */
export function reachOf(caller: Caller, rowClass: RowClass): Reach {
  const units = unitsOf(caller, rowClass);
  const ofLevel = <Level extends Unit['level']>(level: Level) =>
    units.filter((unit): unit is Extract<Unit, { level: Level }> => unit.level === level);
  return {
    nation: caller.kind === 'system' || units.some(({ level }) => level === 'nation'),
    regions: ofLevel('region').map(({ region }) => region),
    services: ofLevel('service').map(({ service }) => service),
    groups: ofLevel('group').map(({ service, group }) => `${service} ${group}`),
  };
}

/** Whether a caller sees rows of a class in a whole place: the figures made of them are then no secret from the caller. */
export const seesRows = (caller: Caller, rowClass: RowClass, subject: Subject): boolean =>
  caller.kind === 'system' || unitsOf(caller, rowClass).some((unit) => covers(unit, subject));

/** The units in which a caller sees rows of a class, by the roles that the class names. */
function unitsOf(caller: Caller, rowClass: RowClass): Unit[] {
  const roles: readonly Role[] = rowClasses[rowClass].roles;
  return caller.grants.filter(({ role }) => role === 'operator' || roles.includes(role)).map(({ unit }) => unit);
}
