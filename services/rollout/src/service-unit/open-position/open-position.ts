import { type openPosition, positionOpened } from '@riggen/contracts';
import { alreadySo, type Decision } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { refusedPosition } from '../overlap.js';
import { refusedDay } from '../refusals.js';
import { type Position, regionOfUnit, type ServiceUnit, type ServiceUnitEvent, type Succession } from '../service-unit.js';

export type OpenPosition = z.infer<typeof openPosition.schema>;

/** Employs a person in a service from a day; one position at a time in a service. The first day may lie ahead. */
export function decideOpenPosition(
  command: OpenPosition,
  unit: ServiceUnit,
  { now, merged, carried }: { now: string; merged: Succession | undefined; carried: Position[] },
): Decision<ServiceUnitEvent> {
  const { positionId, serviceId, from } = command;
  const known = unit.positions.get(positionId);
  if (known) return alreadySo(positionId, known, command);
  const refused = refusedDay(unit, { serviceId, day: from, field: 'from' }, merged) ?? refusedPosition(unit, command, carried);
  if (refused) return refused;
  return [positionOpened(command, { occurredAt: now, organisation: { service: serviceId, region: regionOfUnit(unit) } })];
}
