import { caseworkerRegistered, type Organisation, serviceUnitChanged, serviceUnitRegistered } from '@riggen/contracts';
import { copied, type CopiedEvent, type Lookups } from './copies.js';

/** The copies that `organisationOf` and `organisationOfCaseworker` look into. */
export const copiesOfCaseworkers: CopiedEvent[] = [
  copied(serviceUnitRegistered, ({ serviceId }) => [serviceId]),
  copied(serviceUnitChanged, ({ serviceId }) => [serviceId]),
  copied(caseworkerRegistered, ({ personId }) => [personId]),
];

/** The service and the region that follows it up now, or undefined when the service is not known. */
export async function organisationOf(lookups: Lookups, serviceId: string): Promise<Organisation | undefined> {
  const unit = await lookups.find(serviceUnitRegistered, serviceId);
  if (!unit) return undefined;
  const changed = await lookups.find(serviceUnitChanged, serviceId);
  return { service: serviceId, region: (changed ?? unit).region };
}

/** The organisation in which a caseworker works, or undefined when the caseworker is not known. */
export async function organisationOfCaseworker(lookups: Lookups, personId: string): Promise<Organisation | undefined> {
  const caseworker = await lookups.find(caseworkerRegistered, personId);
  return caseworker && ((await organisationOf(lookups, caseworker.serviceId)) ?? { service: caseworker.serviceId });
}
