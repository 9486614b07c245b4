import type { Subject } from '@riggen/access';
import type { Gathering } from './gathering.js';
import { type Group, organisationOfGroup } from './places.js';

/** The region that a gathering belongs to, or undefined when it is not known. */
export function placeOfGathering({ plan, held }: Gathering): Subject | undefined {
  const region = plan?.region ?? held?.region;
  return region === undefined ? undefined : { region };
}

/** The service of a group, and its person where it is one alone. */
export function placeOfGroup(group: Group | undefined): Subject | undefined {
  if (!group) return undefined;
  const [person] = group.personIds;
  return { ...organisationOfGroup(group), ...(group.personIds.length === 1 && { person }) };
}
