import type {
  EventOf,
  positionCorrected,
  positionEnded,
  positionOpened,
  serviceUnitChanged,
  serviceUnitRegistered,
  serviceUnitsMerged,
  serviceUnitSplit,
} from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each child welfare service. It owns what the service is over time, and the positions that are opened in it. */
export const serviceUnitStream = (serviceId: string): string => `serviceUnit-${serviceId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type ServiceUnitEvent =
  | EventOf<typeof serviceUnitRegistered>
  | EventOf<typeof serviceUnitChanged>
  | EventOf<typeof serviceUnitsMerged>
  | EventOf<typeof serviceUnitSplit>
  | EventOf<typeof positionOpened>
  | EventOf<typeof positionEnded>
  | EventOf<typeof positionCorrected>;

type DataOf<Type extends ServiceUnitEvent['type']> = Extract<ServiceUnitEvent, { type: Type }>['data'];

export type Registration = DataOf<'ServiceUnitRegistered'>;
export type Split = DataOf<'ServiceUnitSplit'>;
export type Position = DataOf<'PositionOpened'>;
/** What a service is: name, kind, municipalities, districts and region. */
export type Facts = Omit<DataOf<'ServiceUnitChanged'>, 'serviceId' | 'from'>;

/** What carries a service on, and from which day it is no more. */
export interface Succession {
  from: string;
  successors: string[];
}

export interface ServiceUnit {
  registered?: Registration;
  /** What it is from a day on, in the order of the days. */
  statements: { from: string; facts: Facts }[];
  mergers: DataOf<'ServiceUnitsMerged'>[];
  split?: Split;
  positions: ReadonlyMap<string, Position>;
}

export const serviceUnit: Evolution<ServiceUnit, ServiceUnitEvent> = {
  initialState: { statements: [], mergers: [], positions: new Map() },
  evolve(state, event) {
    switch (event.type) {
      case 'ServiceUnitRegistered': {
        const { serviceId: _, from = '', ...facts } = event.data;
        return { ...state, registered: event.data, statements: [{ from, facts }] };
      }
      case 'ServiceUnitChanged': {
        const { serviceId: _, from, ...facts } = event.data;
        return withStatement(state, from, facts);
      }
      case 'ServiceUnitsMerged': {
        const { serviceId: _, from, predecessors: __, ...facts } = event.data;
        return { ...withStatement(state, from, facts), mergers: [...state.mergers, event.data] };
      }
      case 'ServiceUnitSplit': {
        const { serviceId, from, parts } = event.data;
        const own = parts.find((part) => part.serviceId === serviceId);
        const split = { ...state, split: event.data };
        return own ? withStatement(split, from, partFacts(factsOn(state, from)!, own)) : split;
      }
      case 'PositionOpened':
      case 'PositionEnded':
        return { ...state, positions: new Map(state.positions).set(event.data.positionId, event.data) };
      case 'PositionCorrected': {
        const { reason: _, ...position } = event.data;
        return { ...state, positions: new Map(state.positions).set(position.positionId, position) };
      }
    }
  },
};

function withStatement(state: ServiceUnit, from: string, facts: Facts): ServiceUnit {
  const statements = [...state.statements.filter((statement) => statement.from !== from), { from, facts }];
  return { ...state, statements: statements.sort((a, b) => (a.from < b.from ? -1 : 1)) };
}

/** What a registered service is on a day; before its first day, what it is on that. Undefined when it is not registered. */
export function factsOn({ statements }: ServiceUnit, day: string): Facts | undefined {
  return (statements.findLast(({ from }) => from <= day) ?? statements[0])?.facts;
}

/** The region that follows up the service by the newest statement: events belong to it. */
export const regionOfUnit = ({ statements }: ServiceUnit) => statements.at(-1)!.facts.region;

/** The place of a service, for what it may be told or asked; undefined while it is not registered. */
export const placeOf = (unit: ServiceUnit) => unit.registered && { service: unit.registered.serviceId, region: regionOfUnit(unit) };

/** How a service is organised: by districts, or by how many municipalities share it. */
export const kindFor = (municipalities: readonly string[], districts: readonly string[] | undefined): Facts['kind'] =>
  districts?.length ? 'district' : municipalities.length > 1 ? 'intermunicipal' : 'municipal';

/** What a service that is split is in the part that it keeps. */
export function partFacts(whole: Facts, { municipalityNumbers, districtNumbers }: Split['parts'][number]): Facts {
  const { districtNumbers: _, ...facts } = whole;
  const kind = kindFor(municipalityNumbers, districtNumbers);
  return { ...facts, kind, municipalityNumbers, ...(districtNumbers && { districtNumbers }) };
}

/** The service in which a position goes on after a split. What was opened from that day on is not moved. */
export function carrierAfter({ serviceId, from, positions, otherPositionsTo }: Split, position: Pick<Position, 'positionId' | 'from'>): string {
  if (position.from >= from) return serviceId;
  return positions.find(({ positionId }) => positionId === position.positionId)?.serviceId ?? otherPositionsTo;
}

/** The last day of a position in the service that it was opened in, or undefined while it goes on there. */
export function lastDayHere({ split }: ServiceUnit, position: Position): string | undefined {
  const { serviceId, to } = position;
  if (!split || (to && to < split.from) || carrierAfter(split, position) === serviceId) return to;
  return dayBefore(split.from);
}

/** The day before a date. */
export function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

/** That the service is no more because it was split and keeps no part itself. */
export function splitSuccession({ registered, split }: ServiceUnit): Succession | undefined {
  if (!split || split.parts.some(({ serviceId }) => serviceId === registered!.serviceId)) return undefined;
  return { from: split.from, successors: split.parts.map(({ serviceId }) => serviceId) };
}
