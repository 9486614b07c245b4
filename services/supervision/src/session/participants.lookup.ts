import type { Organisation } from '@riggen/contracts';
import { type Lookups, organisationOf, organisationOfEmployee, type Subject, worksIn } from '@riggen/service';
import type { Session } from './session.js';

/**
 * The organisations of those who may have attended a session on a day: of a service's group, those who worked in the service
 * then; in the pilot, everybody who is known as employed.
 */
export async function employedInOf(
  lookups: Lookups,
  people: readonly { personId: string }[],
  { organisation, day }: { organisation: Organisation | undefined; day: string },
): Promise<ReadonlyMap<string, Organisation | undefined>> {
  const serviceId = organisation?.service;
  const organisationOfOne = async (personId: string): Promise<Organisation | undefined> => {
    if (serviceId === undefined) return organisationOfEmployee(lookups, personId, day);
    return (await worksIn(lookups, { personId, serviceId }, day)) ? organisation : undefined;
  };
  return new Map(await Promise.all(people.map(async ({ personId }) => [personId, await organisationOfOne(personId)] as const)));
}

/** The group of a session that is logged, in its service and the region that has it now; of the pilot's, the place of the person. */
export async function placeOfAttendance(lookups: Lookups, personId: string, { held, organisation }: Session): Promise<Subject | undefined> {
  if (!held) return undefined;
  if (organisation?.service === undefined) return organisationOfEmployee(lookups, personId, held.heldOn);
  return { ...(await organisationOf(lookups, organisation.service)), group: held.groupId };
}
