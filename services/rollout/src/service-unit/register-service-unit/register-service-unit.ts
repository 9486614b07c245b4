import { type registerServiceUnit, serviceUnitRegistered } from '@riggen/contracts';
import { alreadySo, type Decision } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { type Places, refusedPlaces } from '../refusals.js';
import type { ServiceUnit, ServiceUnitEvent } from '../service-unit.js';

export type RegisterServiceUnit = z.infer<typeof registerServiceUnit.schema>;

/** Registers a service once; every municipality and district must exist. */
export function decideRegisterServiceUnit(
  command: RegisterServiceUnit,
  { registered }: ServiceUnit,
  { now, places }: { now: string; places: Places },
): Decision<ServiceUnitEvent> {
  if (registered) return alreadySo(command.serviceId, registered, command);
  const refused = refusedPlaces(command, places);
  if (refused) return refused;
  return [
    serviceUnitRegistered(command, { occurredAt: now, organisation: { service: command.serviceId, region: command.region } }),
  ];
}
