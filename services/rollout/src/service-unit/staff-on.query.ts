import { calendarDateOf } from '@riggen/event-sourcing';
import { type EntityManager } from 'typeorm';
import { carriersOn } from './organisation-on.js';
import { statementsIn } from './organisation.projection.js';
import { PositionRow } from './organisation.tables.js';

/** Today in Norway. */
export const today = (): string => calendarDateOf(new Date().toISOString());

/**
 * The positions that are open on a day in each of some services, by the first and the last day, also those that were opened
 * in a service which these carry on by then.
 */
export async function staffOn(day: string, tables: EntityManager, serviceIds: string[]): Promise<Map<string, PositionRow[]>> {
  const statements = await statementsIn(tables);
  const carrierOf = carriersOn(day, statements);
  // Who can have a position on the day: who opened it, and all who carried it on.
  const related = relatedTo(serviceIds, statements);
  const rows: PositionRow[] = related.length
    ? await tables
        .createQueryBuilder(PositionRow, 'p')
        .where('p."ownerServiceId" = any(:related) and p."from" <= :day and (p."to" is null or p."to" >= :day)', { related, day })
        .orderBy({ 'p.role': 'ASC', 'p.from': 'ASC', 'p.personId': 'ASC' })
        .getMany()
    : [];
  const staff = new Map<string, PositionRow[]>(serviceIds.map((id) => [id, []]));
  for (const row of rows) staff.get(carrierOf({ ...row, serviceId: row.ownerServiceId }))?.push(row);
  return staff;
}

function relatedTo(serviceIds: string[], statements: Awaited<ReturnType<typeof statementsIn>>): string[] {
  const related = new Set(serviceIds);
  // A succession can only add services; each pass reaches one generation further back.
  for (let size = -1; size !== related.size; ) {
    size = related.size;
    for (const { data } of statements) {
      if ('predecessors' in data && related.has(data.serviceId)) data.predecessors.forEach((id) => related.add(id));
      if ('parts' in data && data.parts.some(({ serviceId }) => related.has(serviceId))) related.add(data.serviceId);
    }
  }
  return [...related];
}
