import { type correctPosition, positionCorrected } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { refusedPosition } from '../overlap.js';
import { refusedDay } from '../refusals.js';
import { type Position, regionOfUnit, type ServiceUnit, type ServiceUnitEvent, type Succession } from '../service-unit.js';

export type CorrectPosition = z.infer<typeof correctPosition.schema>;

/** Replaces what was recorded of a position by what is right; what was recorded stays in the stream. */
export function decideCorrectPosition(
  { reason, ...command }: CorrectPosition,
  unit: ServiceUnit,
  { now, merged }: { now: string; merged: Succession | undefined },
): Decision<ServiceUnitEvent> {
  const { positionId, serviceId, from } = command;
  const known = unit.positions.get(positionId);
  if (!known) return refuse('unknown-position', 'positionId', { id: positionId, service: serviceId });
  const position: Position = { ...command, personId: known.personId };
  if (isDeepStrictEqual(position, known)) return [];
  const refused = refusedDay(unit, { serviceId, day: from, field: 'from' }, merged) ?? refusedPosition(unit, position, []);
  if (refused) return refused;
  const organisation = { service: serviceId, region: regionOfUnit(unit) };
  return [positionCorrected({ ...position, reason }, { occurredAt: now, organisation })];
}
