import type { RegionId } from '@riggen/reference';
import { carrierAfter, type Facts, partFacts, type Position, type ServiceUnitEvent, type Succession } from './service-unit.js';

type Statement = Extract<ServiceUnitEvent, { type: `ServiceUnit${string}` }>;
/** What is said of a service, as an event says it. */
export type Told = { [Type in Statement['type']]: { type: Type; data: Extract<Statement, { type: Type }>['data'] } }[Statement['type']];

/** A service as it is on a day. */
export interface UnitOn extends Facts {
  serviceId: string;
  region: RegionId;
  predecessors: string[];
  /** Who carries it on; undefined while it is there itself. */
  succession: Succession | undefined;
}

const dayOf = ({ data }: Told): string => data.from ?? '';
/** What holds by a day, oldest first; a service is there before anything else is said of the day. */
const until = (day: string, statements: readonly Told[]) => {
  const order = (told: Told) => `${dayOf(told)} ${told.type === 'ServiceUnitRegistered' ? 0 : 1}`;
  return statements.filter((told) => dayOf(told) <= day).sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
};

/** The organisation as it is on a day, from all that is said of it: every service that there is or was, by key. */
export function organisationOn(day: string, statements: readonly Told[]): Map<string, UnitOn> {
  const units = new Map<string, UnitOn>();
  const set = (serviceId: string, change: Partial<UnitOn>) => {
    const unit = units.get(serviceId);
    if (unit) units.set(serviceId, { ...unit, ...change });
  };
  for (const { type, data } of until(day, statements)) {
    switch (type) {
      case 'ServiceUnitRegistered': {
        const { from: _, ...facts } = data;
        units.set(data.serviceId, { ...facts, predecessors: [], succession: undefined });
        break;
      }
      case 'ServiceUnitChanged': {
        const { from: _, ...facts } = data;
        set(data.serviceId, { districtNumbers: undefined, ...facts });
        break;
      }
      case 'ServiceUnitsMerged': {
        const { from, predecessors, serviceId, ...facts } = data;
        const before = units.get(serviceId)?.predecessors ?? [];
        set(serviceId, { districtNumbers: undefined, ...facts, predecessors: [...before, ...predecessors] });
        for (const id of predecessors) set(id, { succession: { from, successors: [serviceId] } });
        break;
      }
      case 'ServiceUnitSplit':
        for (const [serviceId, change] of afterSplit(data, units)) set(serviceId, change);
    }
  }
  return units;
}

function afterSplit({ serviceId, from, parts }: Extract<Told, { type: 'ServiceUnitSplit' }>['data'], units: ReadonlyMap<string, UnitOn>) {
  const changes = parts.map((part): [string, Partial<UnitOn>] => {
    const unit = units.get(part.serviceId);
    if (!unit) return [part.serviceId, {}];
    if (part.serviceId === serviceId) return [serviceId, { districtNumbers: undefined, ...partFacts(unit, part) }];
    const municipalityNumbers = [...new Set([...unit.municipalityNumbers, ...part.municipalityNumbers])];
    const districtNumbers = unit.districtNumbers && [...new Set([...unit.districtNumbers, ...(part.districtNumbers ?? [])])];
    const predecessors = [...unit.predecessors, serviceId];
    return [part.serviceId, { municipalityNumbers, predecessors, ...(districtNumbers && { districtNumbers }) }];
  });
  if (!parts.some((part) => part.serviceId === serviceId)) {
    changes.push([serviceId, { succession: { from, successors: parts.map((part) => part.serviceId) } }]);
  }
  return changes;
}

/** Tells in which service a position is carried out on a day: the one that it was opened in, or who carries that on. */
export function carriersOn(day: string, statements: readonly Told[]): (position: Pick<Position, 'positionId' | 'serviceId' | 'from'>) => string {
  const successions = until(day, statements).filter(({ type }) => type === 'ServiceUnitsMerged' || type === 'ServiceUnitSplit');
  return (position) => {
    let carrier = position.serviceId;
    for (const { type, data } of successions) {
      if (type === 'ServiceUnitsMerged' && data.predecessors.includes(carrier)) carrier = data.serviceId;
      else if (type === 'ServiceUnitSplit' && data.serviceId === carrier) carrier = carrierAfter(data, position);
    }
    return carrier;
  };
}
