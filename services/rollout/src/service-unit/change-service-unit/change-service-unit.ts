import { type changeServiceUnit, serviceUnitChanged } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { type Places, refusedDay, refusedPlaces } from '../refusals.js';
import { type Facts, factsOn, type ServiceUnit, type ServiceUnitEvent, type Succession } from '../service-unit.js';

export type ChangeServiceUnit = z.infer<typeof changeServiceUnit.schema>;

/** Changes what a service is from a day. New municipalities without districts mean that it serves them whole. */
export function decideChangeServiceUnit(
  command: ChangeServiceUnit,
  unit: ServiceUnit,
  { now, places, merged }: { now: string; places: Places; merged: Succession | undefined },
): Decision<ServiceUnitEvent> {
  const { serviceId, from, ...changes } = command;
  const refused = refusedDay(unit, { serviceId, day: from, field: 'from' }, merged);
  if (refused) return refused;
  if (!Object.keys(changes).length) return refuse('nothing-to-change', 'name');
  const known = factsOn(unit, from)!;
  const { districtNumbers, ...others } = known;
  const kept = districtNumbers && !changes.municipalityNumbers ? { districtNumbers } : {};
  const facts: Facts = { ...others, ...kept, ...changes };
  const wrong = refusedPlaces(facts, places);
  if (wrong) return wrong;
  if (isDeepStrictEqual(facts, known)) return [];
  const organisation = { service: serviceId, region: facts.region };
  return [serviceUnitChanged({ serviceId, from, ...facts }, { occurredAt: now, organisation })];
}
