import type { Subject } from '@riggen/access';
import type { EntityManager } from 'typeorm';

/** A service with its region, or undefined when it is not known. */
export async function placeOfService(tables: EntityManager, service: string): Promise<Subject | undefined> {
  const [known]: { region: string }[] = await tables.query('select region from training.service_unit where "serviceId" = $1', [service]);
  return known && { service, region: known.region };
}

/** A person, with the service of a position that is not over where there is one. */
export async function placeOfPerson(tables: EntityManager, person: string): Promise<Subject> {
  const [known]: { service: string; region: string | null }[] = await tables.query(
    'select service, region from training."position" where "personId" = $1 order by "to" desc nulls first, "from" desc nulls last, service limit 1',
    [person],
  );
  return { person, ...(known && { service: known.service, ...(known.region && { region: known.region }) }) };
}

/** The region of a gathering, or undefined when it is not known. */
export async function regionOfGathering(tables: EntityManager, gatheringId: string): Promise<Subject | undefined> {
  const [known]: { region: string | null }[] = await tables.query('select region from training.gathering where "gatheringId" = $1', [gatheringId]);
  return known && (known.region ? { region: known.region } : {});
}
