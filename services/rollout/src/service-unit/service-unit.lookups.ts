import { positionCorrected, positionEnded, positionOpened, serviceUnitChanged, serviceUnitRegistered, serviceUnitsMerged, serviceUnitSplit } from '@riggen/contracts';
import { districtOf, isMunicipality } from '@riggen/reference';
import { copied, type Lookups, organisationOf, type Subject } from '@riggen/service';
import type { Places } from './refusals.js';
import { carrierAfter, type Facts, placeOf, type Position, type ServiceUnit, type Succession } from './service-unit.js';

const positionKey = ({ serviceId, personId, positionId }: Position) => [`${serviceId}@${personId} ${positionId}`];

/** What the decisions of one service's stream must know of the streams of others. */
export const copiesOfUnits = [
  copied(serviceUnitRegistered, ({ serviceId }) => [serviceId]),
  copied(serviceUnitChanged, ({ serviceId }) => [serviceId]),
  copied(serviceUnitsMerged, ({ serviceId, predecessors }) => [`into@${serviceId}`, ...predecessors]),
  copied(serviceUnitSplit, ({ serviceId, parts }) => [serviceId, ...parts.map((part) => `part@${part.serviceId}`)]),
  copied(positionOpened, positionKey),
  copied(positionEnded, positionKey, positionOpened),
  copied(positionCorrected, positionKey, positionOpened),
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

/** The places of services by the newest that is known of each. */
export const placesOf = (lookups: Lookups, serviceIds: readonly string[]): Promise<(Subject | undefined)[]> =>
  Promise.all(
    serviceIds.map(async (service) => {
      const known = await knownUnit(lookups, service);
      return known && { service, region: known.facts.region };
    }),
  );

/** The place of a service, and beside it the region that it is to go to, where it is another. */
export const movedTo = (region: string | undefined, unit: ServiceUnit): (Subject | undefined)[] => {
  const place = placeOf(unit);
  return [place, ...(place && region && region !== place.region ? [{ region }] : [])];
};

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

/** The positions of a person that go on in a service from those before it (one generation), from the day on which it took over. */
export async function carriedPositions(lookups: Lookups, unit: ServiceUnit, serviceId: string, personId: string): Promise<Position[]> {
  const carried: Position[] = [];
  const split = await lookups.find(serviceUnitSplit, `part@${serviceId}`);
  if (split && split.serviceId !== serviceId) {
    const before = await positionsIn(lookups, split.serviceId, personId);
    carried.push(...before.filter((position) => carrierAfter(split, position) === serviceId).map((position) => ({ ...position, from: split.from })));
  }
  for (const { from, predecessors } of unit.mergers) {
    for (const id of predecessors) {
      const before = await positionsIn(lookups, id, personId);
      carried.push(...before.map((position) => ({ ...position, from: position.from < from ? from : position.from })));
    }
  }
  return carried.filter(({ from, to }) => !to || from <= to);
}

/** The positions that were opened for a person in a service, as they are known now. */
const positionsIn = (lookups: Lookups, serviceId: string, personId: string): Promise<Position[]> => lookups.list(positionOpened, `${serviceId}@${personId} `);
