import { commonPlace, type Subject } from '@riggen/access';
import type { Organisation } from '@riggen/contracts';
import { type Lookups, organisationOf } from '@riggen/service';
import type { Person } from './person.js';

/** The service of a person with its region; neither for those of a region or the nation; undefined when it is not known. */
export const placeOf = async (lookups: Lookups, serviceId: string | undefined): Promise<Organisation | undefined> =>
  serviceId === undefined ? {} : organisationOf(lookups, serviceId);

/** What a command about a person is about: the place where the person is known to be, else the one that the command says. */
export async function subjectOfPerson(
  { personId, serviceId }: { personId: string; serviceId?: string },
  { lookups, state: { known } }: { lookups: Lookups; state: Person },
): Promise<Subject | undefined> {
  const place = await placeOf(lookups, known ? known.serviceId : serviceId);
  // To take a person into another service is not the person's own to do, nor that of either service alone.
  if (known && known.serviceId !== serviceId) return commonPlace([place, await placeOf(lookups, serviceId)]);
  return place && { ...place, person: personId };
}
