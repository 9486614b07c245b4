import { caseworkerRegistered, type Organisation, serviceUnitRegistered } from '@riggen/contracts';
import { copied, type CopiedEvent, type Lookups } from './copies.js';

/** The copies that `organisationOf` and `organisationOfCaseworker` look into. */
export const copiesOfCaseworkers: CopiedEvent[] = [
  copied(serviceUnitRegistered, ({ serviceId }) => [serviceId]),
  copied(caseworkerRegistered, ({ personId }) => [personId]),
];

/** The service and its region, or undefined when the service is not known. */
export async function organisationOf(lookups: Lookups, serviceId: string): Promise<Organisation | undefined> {
  const unit = await lookups.find(serviceUnitRegistered, serviceId);
  return unit && { service: serviceId, region: unit.region };
}

/** The organisation in which a caseworker works, or undefined when the caseworker is not known. */
export async function organisationOfCaseworker(lookups: Lookups, personId: string): Promise<Organisation | undefined> {
  const caseworker = await lookups.find(caseworkerRegistered, personId);
  return caseworker && ((await organisationOf(lookups, caseworker.serviceId)) ?? { service: caseworker.serviceId });
}
