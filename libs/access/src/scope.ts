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

/**
 * The narrowest place that holds all of some: what changes several services is about the region that they share, else about the
 * nation. Undefined where one is not known.
 */
export function commonPlace(places: readonly (Subject | undefined)[]): Subject | undefined {
  if (places.some((place) => !place)) return undefined;
  const only = (values: (string | undefined)[]) => (new Set(values).size === 1 ? values[0] : undefined);
  const region = only(places.map((place) => place!.region));
  const service = only(places.map((place) => place!.service));
  return { ...(region && { region }), ...(service && { service }) };
}

/** Whether any of the grants covers the subject. */
export const anyCovers = (grants: readonly Grant[], subject: Subject): boolean => grants.some(({ unit }) => covers(unit, subject));
