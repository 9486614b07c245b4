import { type registerServiceUnit, serviceUnitRegistered } from '@riggen/contracts';
import { alreadySo, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { ServiceUnit, ServiceUnitEvent } from '../service-unit.js';

export type RegisterServiceUnit = z.infer<typeof registerServiceUnit.schema>;

/** Registers a service once; every municipality must exist. */
export function decideRegisterServiceUnit(
  command: RegisterServiceUnit,
  { registered }: ServiceUnit,
  { now, isMunicipality }: { now: string; isMunicipality: (number: string) => boolean },
): Decision<ServiceUnitEvent> {
  if (registered) return alreadySo(command.serviceId, registered, command);
  const unknown = command.municipalityNumbers.find((number) => !isMunicipality(number));
  if (unknown) return refuse('unknown-municipality', 'municipalityNumbers', { number: unknown });
  return [
    serviceUnitRegistered(command, { occurredAt: now, organisation: { service: command.serviceId, region: command.region } }),
  ];
}
