import { positionCorrected, positionEnded, positionOpened, serviceUnitChanged, serviceUnitRegistered, serviceUnitsMerged, serviceUnitSplit } from '@riggen/contracts';
import { districtOf, isMunicipality } from '@riggen/reference';
import { copied, type Lookups, organisationOf } from '@riggen/service';
import type { Places } from './refusals.js';
import { carrierAfter, type Facts, placeOf, type Position, type ServiceUnit, type Succession } from './service-unit.js';

const positionKey = ({ serviceId, personId }: { serviceId: string; personId: string }) => [`${serviceId}@${personId}`];

/** What the decisions of one service's stream must know of the streams of others. */
export const copiesOfUnits = [
  copied(serviceUnitRegistered, ({ serviceId }) => [serviceId]),
  copied(serviceUnitChanged, ({ serviceId }) => [serviceId]),
  copied(serviceUnitsMerged, ({ serviceId, predecessors }) => [`into@${serviceId}`, ...predecessors]),
  copied(serviceUnitSplit, ({ serviceId, parts }) => [serviceId, ...parts.map((part) => `part@${part.serviceId}`)]),
  copied(positionOpened, positionKey),
  copied(positionEnded, positionKey),
  copied(positionCorrected, positionKey),
];

export const places: Places = {
  isMunicipality,
  municipalityOfDistrict: (number) => districtOf(number)?.municipality,
};

/** What another service has become: its newest facts, and that others carry it on. Undefined when it is not known. */
export async function knownUnit(
  lookups: Lookups,
  serviceId: string,
): Promise<{ facts: Facts; succession: Succession | undefined } | undefined> {
  const registered = await lookups.find(serviceUnitRegistered, serviceId);
  if (!registered) return undefined;
  const changed = await lookups.find(serviceUnitChanged, serviceId);
  const merged = await lookups.find(serviceUnitsMerged, `into@${serviceId}`);
  const split = await lookups.find(serviceUnitSplit, serviceId);
  const newest = [registered, changed, merged].reduce((a, b) => (b && (!a || (b.from ?? '') >= (a.from ?? '')) ? b : a))!;
  const { name, kind, municipalityNumbers, districtNumbers, region } = newest;
  const gone = split && !split.parts.some((part) => part.serviceId === serviceId);
  const succession = gone ? { from: split.from, successors: split.parts.map((part) => part.serviceId) } : await mergerOf(lookups, serviceId);
  return { facts: { name, kind, municipalityNumbers, region, ...(districtNumbers && { districtNumbers }) }, succession };
}

/** The place of a position: that of the service which has it now (one generation on). */
export async function placeOfPosition(lookups: Lookups, unit: ServiceUnit, positionId: string) {
  if (!unit.registered) return undefined;
  const position = unit.positions.get(positionId);
  const split = unit.split && position ? carrierAfter(unit.split, position) : unit.registered.serviceId;
  const carrier = (await mergerOf(lookups, split))?.successors[0] ?? split;
  return carrier === unit.registered.serviceId ? placeOf(unit) : ((await organisationOf(lookups, carrier)) ?? placeOf(unit));
}

/** That a service went into another. */
export async function mergerOf(lookups: Lookups, serviceId: string): Promise<Succession | undefined> {
  const merged = await lookups.find(serviceUnitsMerged, serviceId);
  return merged && { from: merged.from, successors: [merged.serviceId] };
}

/**
 * The positions of a person that go on in a service from those before it (one generation): the last one opened in each.
 * They count from the day on which the service took over.
 */
export async function carriedPositions(lookups: Lookups, unit: ServiceUnit, serviceId: string, personId: string): Promise<Position[]> {
  const carried: Position[] = [];
  const split = await lookups.find(serviceUnitSplit, `part@${serviceId}`);
  if (split && split.serviceId !== serviceId) {
    const position = await lastPosition(lookups, split.serviceId, personId);
    if (position && carrierAfter(split, position) === serviceId) carried.push({ ...position, from: split.from });
  }
  for (const { from, predecessors } of unit.mergers) {
    for (const id of predecessors) {
      const position = await lastPosition(lookups, id, personId);
      if (position) carried.push({ ...position, from: position.from < from ? from : position.from });
    }
  }
  return carried.filter(({ from, to }) => !to || from <= to);
}

async function lastPosition(lookups: Lookups, serviceId: string, personId: string): Promise<Position | undefined> {
  const [id] = positionKey({ serviceId, personId });
  const opened = await lookups.find(positionOpened, id!);
  const ended = await lookups.find(positionEnded, id!);
  const corrected = await lookups.find(positionCorrected, id!);
  const same = <Known extends Position>(known: Known | undefined) => (known?.positionId === opened?.positionId ? known : undefined);
  return same(corrected)?.to ? corrected : (same(ended) ?? same(corrected) ?? opened);
}
