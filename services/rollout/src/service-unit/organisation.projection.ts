import { positionCorrected, positionEnded, positionOpened, serviceUnitChanged, serviceUnitRegistered, serviceUnitsMerged, serviceUnitSplit } from '@riggen/contracts';
import { type Projection, type PublishedEvent, upsert } from '@riggen/projections';
import { type EntityManager, In } from 'typeorm';
import { carriersOn, organisationOn, type Told } from './organisation-on.js';
import { PositionRow, StatementRow } from './organisation.tables.js';
import type { Position } from './service-unit.js';

const ofUnits: string[] = [serviceUnitRegistered, serviceUnitChanged, serviceUnitsMerged, serviceUnitSplit].map(({ type }) => type);
const ofPositions: string[] = [positionOpened, positionEnded, positionCorrected].map(({ type }) => type);
const endOfTime = '9999-12-31';

/** What is said of services, and the positions opened in them. */
export const organisationProjection: Projection = {
  name: 'organisation',
  version: 2,
  entities: [StatementRow, PositionRow],
  events: [...ofUnits, ...ofPositions],
  apply: async (events, rows) => {
    const said = events.filter(({ type }) => ofUnits.includes(type));
    const opened = events.filter(({ type }) => ofPositions.includes(type));
    await upsert(rows, StatementRow, ['position'], said.map(statementRow));

    const told = await statementsIn(rows);
    const units = organisationOn(endOfTime, told);
    const carrierOf = carriersOn(endOfTime, told);
    const placed = (row: PositionRow): PositionRow => {
      const service = carrierOf({ ...row, serviceId: row.ownerServiceId });
      return { ...row, service, region: units.get(service)?.region ?? row.region };
    };
    await upsert(rows, PositionRow, ['ownerServiceId', 'positionId'], opened.map((event) => placed(positionRow(event))));
    // A position that was there before follows its service into others, and into another region.
    const changed = said.filter(({ type }) => type !== serviceUnitRegistered.type).flatMap(({ data }) => concerned(data as Told['data']));
    const moving = changed.length ? await rows.findBy(PositionRow, { service: In(changed) }) : [];
    await upsert(rows, PositionRow, ['ownerServiceId', 'positionId'], moving.map(placed));
  },
};

const statementRow = ({ position, type, data, marking }: PublishedEvent): StatementRow => ({
  ...{ position, type, marking: marking ?? null },
  data: data as object,
});

/** Every event of a position says what it then is, in full. */
function positionRow({ data, organisation }: PublishedEvent): PositionRow {
  const { positionId, serviceId, personId, role, from, to, percentage } = data as Position;
  const place = { ownerServiceId: serviceId, service: serviceId, region: organisation.region! };
  return { ...place, positionId, personId, role, from, to: to ?? null, percentage: percentage ?? null };
}

const concerned = (data: Told['data']): string[] => [data.serviceId, ...('predecessors' in data ? data.predecessors : [])];

/** All that is said of services, in the order in which it was recorded: some hundreds of rows. */
export async function statementsIn(rows: EntityManager): Promise<(Told & { marking: string | null })[]> {
  return (await rows.find(StatementRow, { order: { position: 'ASC' } })) as unknown as (Told & { marking: string | null })[];
}

/** The place of a service by the newest that is said of it; undefined when it is not known. */
export async function placeOfUnit(serviceId: string, rows: EntityManager) {
  const unit = organisationOn(endOfTime, await statementsIn(rows)).get(serviceId);
  return unit && { service: serviceId, region: unit.region };
}
