import {
  caseworkerRegistered,
  type Organisation,
  positionCorrected,
  positionEnded,
  positionOpened,
  serviceUnitsMerged,
  serviceUnitSplit,
} from '@riggen/contracts';
import { copied, type CopiedEvent, type DataOf, type Lookups } from './copies.js';
import { organisationOf, organisationOfCaseworker } from './organisation.js';

type Position = DataOf<typeof positionOpened>;

/** Under which a position is copied: those of a person stand together. */
export const positionKey = ({ personId, serviceId, positionId }: Pick<Position, 'personId' | 'serviceId' | 'positionId'>): string =>
  `${personId} ${serviceId} ${positionId}`;
const key = (position: Position) => [positionKey(position)];

/** The copies that employment is looked up in, beside those of the pilot's caseworkers. */
export const copiesOfEmployment: CopiedEvent[] = [
  copied(positionOpened, key),
  copied(positionEnded, key, positionOpened),
  copied(positionCorrected, key, positionOpened),
  copied(serviceUnitsMerged, ({ predecessors }) => predecessors),
  copied(serviceUnitSplit, ({ serviceId }) => [serviceId]),
];

/** Whether a person works in a service on a day, or will: a position there is not over before that day. */
export const isEmployed = async (lookups: Lookups, who: PersonInService, day: string): Promise<boolean> =>
  hasPosition(lookups, who, day, await positionsOf(lookups, who.personId));

/** Whether a person works in a service on a day: a position there has begun by then, and is not over. */
export const worksIn = async (lookups: Lookups, who: PersonInService, day: string): Promise<boolean> =>
  hasPosition(lookups, who, day, (await positionsOf(lookups, who.personId)).filter(({ from }) => from <= day));

interface PersonInService {
  personId: string;
  serviceId: string;
}

/** Whether one of some positions of a person is in a service on a day. The pilot's caseworkers, who have none, always are in theirs. */
async function hasPosition(lookups: Lookups, { personId, serviceId }: PersonInService, day: string, positions: Position[]): Promise<boolean> {
  if ((await lookups.find(caseworkerRegistered, personId))?.serviceId === serviceId) return true;
  return (await carriersOf(lookups, positions, day)).includes(serviceId);
}

/** The service where a person works on a day or last worked, with its region; undefined for somebody who is not known. */
export async function organisationOfEmployee(lookups: Lookups, personId: string, day: string): Promise<Organisation | undefined> {
  const positions = await positionsOf(lookups, personId);
  if (!positions.length) return organisationOfCaseworker(lookups, personId);
  const newestFirst = positions.sort((a, b) => (b.to ?? '9999').localeCompare(a.to ?? '9999') || b.from.localeCompare(a.from));
  const service = (await carriersOf(lookups, newestFirst, day))[0] ?? newestFirst[0]!.serviceId;
  return organisationOf(lookups, service);
}

/** A person's positions as they are known now. */
const positionsOf = (lookups: Lookups, personId: string): Promise<Position[]> => lookups.list(positionOpened, `${personId} `);

/** The services that have the positions which are not over before a day, after all successions by then. */
async function carriersOf(lookups: Lookups, positions: Position[], day: string): Promise<string[]> {
  const open = positions.filter(({ to }) => to === undefined || to >= day);
  return Promise.all(open.map((position) => carrierOf(lookups, position, day)));
}

async function carrierOf(lookups: Lookups, { serviceId, positionId }: Position, day: string): Promise<string> {
  const passed = new Set<string>();
  for (let service = serviceId; ; ) {
    passed.add(service);
    const merged = await lookups.find(serviceUnitsMerged, service);
    const split = await lookups.find(serviceUnitSplit, service);
    const next =
      merged && merged.from <= day
        ? merged.serviceId
        : split && split.from <= day
          ? (split.positions.find((part) => part.positionId === positionId)?.serviceId ?? split.otherPositionsTo)
          : service;
    if (passed.has(next)) return service;
    service = next;
  }
}
