import { type answersPublished } from '@riggen/contracts';
import { upsert } from '@riggen/projections';
import type { DataOf } from '@riggen/service';
import type { EntityManager } from 'typeorm';
import type { Handlers } from './overview.projection.js';
import { CurriculumRow, PublishedCoverageRow } from './overview.tables.js';
import { type CountedProgramme, type CountedUnit, type CoverageCell, publishedCells } from './published-coverage.js';
import { trainedIn } from './trained.query.js';

/** The least by which a figure that is shown may differ between two publications of the same day. */
const fewestBetween = 5;

/**
 * Coverage is published when the answers of a month are: as it was at the end of the month, once. A folder that is taken in has a
 * publication of its own, which may be of a month that is published already: then only where no shown figure changes by a few.
 */
export const publications: Handlers = {
  AnswersPublished: async ({ number, through, occasion }: DataOf<typeof answersPublished>, _, rows) => {
    const manager = await rows.written();
    const on = lastDayOf(through);
    const earlier = await newestOf(manager);
    if (earlier.length && earlier[0]!.on >= on && occasion === 'month') return;
    const cells = publishedCells(await countOn(manager, on));
    if (earlier[0]?.on === on && !areApart(cells, earlier)) return;
    await upsert(
      manager,
      PublishedCoverageRow,
      ['publication', 'programmeId', 'level', 'unit'],
      cells.map((cell) => ({ ...cell, publication: number, on, service: cell.level === 'service' ? cell.unit : null })),
    );
  },
};

/** The last day of a month, YYYY-MM. */
const lastDayOf = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);

async function newestOf(manager: EntityManager): Promise<PublishedCoverageRow[]> {
  const newest = await manager.maximum(PublishedCoverageRow, 'publication', {});
  return newest === null ? [] : manager.findBy(PublishedCoverageRow, { publication: newest });
}

/** Whether two publications of a day differ nowhere by one to four people, as far as both show. */
function areApart(cells: CoverageCell[], earlier: PublishedCoverageRow[]): boolean {
  const key = ({ programmeId, level, unit }: Pick<CoverageCell, 'programmeId' | 'level' | 'unit'>) => `${programmeId} ${level} ${unit}`;
  const before = new Map(earlier.map((row) => [key(row), row]));
  const differs = (now: number | null, then: number | null | undefined) =>
    now !== null && then !== null && now !== (then ?? 0) && Math.abs(now - (then ?? 0)) < fewestBetween;
  return !cells.some((cell) => {
    const then = before.get(key(cell));
    const untrained = (row: { employed: number | null; trained: number | null } | undefined) =>
      row && (row.employed === null || row.trained === null ? null : row.employed - row.trained);
    return differs(cell.employed, then?.employed) || differs(cell.trained, then?.trained) || differs(untrained(cell)!, untrained(then));
  });
}

/** Counts every unit in every programme. A place of work without a region counts in the nation alone. */
async function countOn(manager: EntityManager, on: string): Promise<CountedProgramme[]> {
  const schema = manager.connection.getMetadata(CurriculumRow).schema!;
  const programmes: { programmeId: string }[] = await manager.query(`select distinct "programmeId" from ${schema}.curriculum order by 1`);
  const counted: CountedProgramme[] = [];
  for (const { programmeId } of programmes) {
    const units: CountedUnit[] = await manager.query(
      `with ${trainedIn(schema)}, placed as (select "personId", trained, service, coalesce(region, 'unknown') as region from trained)
       select case when grouping(region) = 1 then 'nation' when grouping(service) = 1 then 'region' else 'service' end as level,
         case when grouping(region) = 1 then 'nation' when grouping(service) = 1 then region else service end as unit, region,
         count(*)::int as employed, count(*) filter (where trained)::int as trained, count(distinct "personId")::int as people,
         count(distinct "personId") filter (where trained)::int as "trainedPeople"
       from placed group by grouping sets ((), (region), (region, service)) order by level, unit`,
      [programmeId, on],
    );
    counted.push({ programmeId, units });
  }
  return counted;
}
