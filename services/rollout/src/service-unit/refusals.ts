import { refuse, type Refusal } from '@riggen/event-sourcing';
import { type ServiceUnit, splitSuccession, type Succession } from './service-unit.js';

/** What the reference data know of municipalities and districts. */
export interface Places {
  isMunicipality(number: string): boolean;
  /** The number of the municipality that a district lies in, or undefined when there is no such district. */
  municipalityOfDistrict(number: string): string | undefined;
}

/** Why these municipalities and districts cannot be those of a service; undefined when they can. */
export function refusedPlaces(
  { municipalityNumbers, districtNumbers }: { municipalityNumbers: string[]; districtNumbers?: string[] | undefined },
  { isMunicipality, municipalityOfDistrict }: Places,
): Refusal | undefined {
  const unknown = municipalityNumbers.find((number) => !isMunicipality(number));
  if (unknown) return refuse('unknown-municipality', 'municipalityNumbers', { number: unknown });
  for (const number of districtNumbers ?? []) {
    const municipality = municipalityOfDistrict(number);
    if (!municipality) return refuse('unknown-district', 'districtNumbers', { number });
    if (!municipalityNumbers.includes(municipality)) {
      return refuse('district-outside-municipalities', 'districtNumbers', { district: number, municipality });
    }
  }
  return undefined;
}

/** Why nothing can happen in a service on a day: it is not known, does not exist yet, or is carried on by others. */
export function refusedDay(
  unit: ServiceUnit,
  { serviceId, day, field }: { serviceId: string; day: string; field: string },
  merged: Succession | undefined,
): Refusal | undefined {
  if (!unit.registered) return refuse('unknown-service-unit', 'serviceId', { id: serviceId });
  const { from } = unit.registered;
  if (from && day < from) return refuse('before-service-unit', field, { id: serviceId, from, date: day });
  const succession = merged ?? splitSuccession(unit);
  return succession && day >= succession.from ? refusedSuccession(serviceId, field, succession) : undefined;
}

/** That a service is carried on by others. */
export const refusedSuccession = (id: string, field: string, { from, successors }: Succession): Refusal =>
  refuse('service-unit-succeeded', field, { id, from, successors: successors.join(', ') });
