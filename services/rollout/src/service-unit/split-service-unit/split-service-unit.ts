import { serviceUnitSplit, type splitServiceUnit } from '@riggen/contracts';
import { type Decision, type Refusal, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { type Places, refusedDay, refusedPlaces } from '../refusals.js';
import { type Facts, factsOn, lastDayHere, regionOfUnit, type ServiceUnit, type ServiceUnitEvent, type Succession } from '../service-unit.js';

export type SplitServiceUnit = z.infer<typeof splitServiceUnit.schema>;

/** Splits a service: its parts together have what it has, and each position that is open then goes on in one of them. */
export function decideSplitServiceUnit(
  command: SplitServiceUnit,
  unit: ServiceUnit,
  context: { now: string; places: Places; merged: Succession | undefined; unknownParts: string[] },
): Decision<ServiceUnitEvent> {
  const { serviceId, from, parts, positions, otherPositionsTo } = command;
  const refused =
    refusedDay(unit, { serviceId, day: from, field: 'from' }, context.merged) ??
    refusedParts(command, factsOn(unit, from)!, context) ??
    refusedPositions(command, unit);
  if (refused) return refused;

  const placed = new Map(positions.map((position) => [position.positionId, position.serviceId]));
  const open = [...unit.positions.values()].filter((position) => position.from < from && (lastDayHere(unit, position) ?? from) >= from);
  const goingOn = open.map(({ positionId }) => ({ positionId, serviceId: placed.get(positionId) ?? otherPositionsTo }));
  const split = { serviceId, from, parts, positions: goingOn, otherPositionsTo };
  const organisation = { service: serviceId, region: regionOfUnit(unit) };
  return [serviceUnitSplit(split, { occurredAt: context.now, organisation })];
}

function refusedParts(
  { parts }: SplitServiceUnit,
  whole: Facts,
  { places, unknownParts }: { places: Places; unknownParts: string[] },
): Refusal | undefined {
  if (unknownParts.length) return refuse('unknown-service-unit', 'parts', { id: unknownParts[0]! });
  const ids = parts.map(({ serviceId }) => serviceId);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated) return refuse('repeated-entry', 'parts', { id: repeated });
  for (const part of parts) {
    const wrong = refusedPlaces(part, places);
    if (wrong) return { ...wrong, field: 'parts' };
  }
  const byDistrict = parts.flatMap(({ districtNumbers }) => districtNumbers ?? []);
  const wholes = parts.flatMap(({ municipalityNumbers, districtNumbers }) => (districtNumbers ? [] : municipalityNumbers));
  const wrong = [
    ...difference(whole.municipalityNumbers, parts.flatMap(({ municipalityNumbers }) => municipalityNumbers)),
    ...(whole.districtNumbers ? difference(whole.districtNumbers, byDistrict) : []),
    ...[...wholes, ...byDistrict].filter((number, index, all) => all.indexOf(number) !== index),
  ];
  return wrong.length ? refuse('split-does-not-cover', 'parts', { numbers: [...new Set(wrong)].join(', ') }) : undefined;
}

const difference = (one: string[], other: string[]) => [
  ...one.filter((number) => !other.includes(number)),
  ...other.filter((number) => !one.includes(number)),
];

function refusedPositions({ serviceId, parts, positions, otherPositionsTo }: SplitServiceUnit, unit: ServiceUnit): Refusal | undefined {
  const isPart = (id: string) => parts.some((part) => part.serviceId === id);
  if (!isPart(otherPositionsTo)) return refuse('not-a-part', 'otherPositionsTo', { id: otherPositionsTo });
  for (const position of positions) {
    if (!unit.positions.has(position.positionId)) return refuse('unknown-position', 'positions', { id: position.positionId, service: serviceId });
    if (!isPart(position.serviceId)) return refuse('not-a-part', 'positions', { id: position.serviceId });
  }
  return undefined;
}
