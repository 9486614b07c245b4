import type { getOrganisation, Marking } from '@riggen/contracts';
import { districtOf, municipalityOf } from '@riggen/reference';
import type { z } from 'zod';
import type { Told, UnitOn } from './organisation-on.js';

type Listed = z.infer<typeof getOrganisation.output>['items'][number];

/** A service as lists and pages show it, with those employed in it, undefined for whoever may not see them, and what its data are when they are not real. */
export function listedUnit(
  { serviceId, name, kind, region, municipalityNumbers, districtNumbers, predecessors }: UnitOn,
  staff: { personId: string; role: string }[] | undefined,
  statements: readonly (Told & { marking: string | null })[],
): Listed {
  const municipalities = municipalityNumbers.flatMap((number) => municipalityOf(number) ?? []);
  const districts = (districtNumbers ?? []).flatMap((number) => districtOf(number) ?? []);
  const children = (districtNumbers ? districts : municipalities).map((place) => place.children);
  return {
    ...{ serviceId, name, kind, region, predecessors },
    ownRegionalTasks: municipalities.some(({ ownRegionalTasks }) => ownRegionalTasks),
    municipalities: municipalities.map((place) => ({ number: place.number, name: place.name })),
    districts: districts.map((place) => ({ number: place.number, name: place.name })),
    children: children.every((count) => count !== undefined) ? children.reduce<number>((sum, count) => sum + count, 0) : null,
    marking: (statements.find(({ data }) => data.serviceId === serviceId)?.marking ?? null) as Marking | null,
    staff: staff ? countStaff(staff) : null,
  };
}

/** People, each once, in all and by role. */
function countStaff(positions: { personId: string; role: string }[]): NonNullable<Listed['staff']> {
  const people = (role?: string) => new Set(positions.filter((position) => !role || position.role === role).map(({ personId }) => personId)).size;
  const byRole = { caseworker: 0, supervisor: 0, leader: 0, investigator: 0, other: 0 };
  for (const role of Object.keys(byRole) as (keyof typeof byRole)[]) byRole[role] = people(role);
  return { people: people(), byRole };
}
