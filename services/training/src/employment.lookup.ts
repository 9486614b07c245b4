import { caseworkerRegistered } from '@riggen/contracts';
import type { Lookups } from '@riggen/service';

/** Whether a person works in a service on a day, or will: the position is not closed before that day. */
export async function isEmployed(
  lookups: Lookups,
  { personId, serviceId }: { personId: string; serviceId: string },
  _day: string,
): Promise<boolean> {
  return (await lookups.find(caseworkerRegistered, personId))?.serviceId === serviceId;
}
