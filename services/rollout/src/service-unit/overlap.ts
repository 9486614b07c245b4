import { refuse, type Refusal } from '@riggen/event-sourcing';
import { lastDayHere, type Position, type ServiceUnit } from './service-unit.js';

const forEver = '9999-12-31';

/**
 * Why a position cannot stand: it ends before it starts, or the person has another in the service on the same days, be it one
 * that goes on from a service before it. Undefined when it can.
 */
export function refusedPosition(unit: ServiceUnit, position: Position, carried: Position[]): Refusal | undefined {
  const { positionId, personId, from, to } = position;
  if (to && to < from) return refuse('position-ends-before-start', 'to', { from, to });
  const own = [...unit.positions.values()]
    .filter((other) => other.personId === personId && other.positionId !== positionId)
    .map((other) => ({ ...other, to: lastDayHere(unit, other) }));
  const overlapping = [...own, ...carried].find((other) => other.from <= (to ?? forEver) && from <= (other.to ?? forEver));
  if (!overlapping) return undefined;
  const params = { role: overlapping.role, from: overlapping.from, to: overlapping.to ?? '…', start: from };
  return refuse('overlapping-position', 'from', params);
}
