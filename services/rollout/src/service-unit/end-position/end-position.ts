import { type endPosition, positionEnded } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { regionOfUnit, type ServiceUnit, type ServiceUnitEvent } from '../service-unit.js';

export type EndPosition = z.infer<typeof endPosition.schema>;

/** Gives a position its last day, which may lie ahead, or earlier than the one it was opened with. */
export function decideEndPosition(
  { positionId, serviceId, to }: EndPosition,
  unit: ServiceUnit,
  { now }: { now: string },
): Decision<ServiceUnitEvent> {
  const position = unit.positions.get(positionId);
  if (!position) return refuse('unknown-position', 'positionId', { id: positionId, service: serviceId });
  if (position.to === to) return [];
  if (position.to && position.to < to) return refuse('position-ended', 'to', { to: position.to });
  if (to < position.from) return refuse('position-ends-before-start', 'to', { from: position.from, to });
  const organisation = { service: serviceId, region: regionOfUnit(unit) };
  return [positionEnded({ ...position, to }, { occurredAt: now, organisation })];
}
