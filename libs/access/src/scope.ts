import type { Grant, Unit } from '@riggen/contracts';

/** The place that a command or a query is about; `{}` is the nation as a whole. `person` is the key of whom it concerns. */
export interface Subject {
  region?: string | undefined;
  service?: string | undefined;
  group?: string | undefined;
  person?: string | undefined;
}

/** Whether a unit is the subject's own or one above it. */
export function covers(unit: Unit, subject: Subject): boolean {
  switch (unit.level) {
    case 'nation':
      return true;
    case 'region':
      return subject.region === unit.region;
    case 'service':
      return subject.service === unit.service;
    case 'group':
      return subject.service === unit.service && subject.group === unit.group;
  }
}

/** Whether any of the grants covers the subject. */
export const anyCovers = (grants: readonly Grant[], subject: Subject): boolean => grants.some(({ unit }) => covers(unit, subject));
