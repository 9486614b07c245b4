import { type answersPublished, statements } from '@riggen/contracts';
import { upsert } from '@riggen/projections';
import type { DataOf } from '@riggen/service';
import { mean, percentage, type Sum, suppress, type TableCell } from '@riggen/statistics';
import type { EntityManager } from 'typeorm';
import { InvitationRow, ResponseRow } from '../pilot-evaluation.tables.js';
import { PublishedFigureRow } from './published-figures.tables.js';

/** What a service's month gave. A share has a numerator and a denominator; a mean a sum of scores and their number. */
interface ServiceMonth {
  survey: string;
  month: string;
  service: string;
  region: string;
  part: number;
  whole: number;
  people: number;
}

interface Unit {
  level: PublishedFigureRow['level'];
  unit: string;
  service: string | null;
  region: string | null;
}

interface UnitMonth extends Unit, Omit<ServiceMonth, 'service' | 'region'> {}

const measures = [
  { measure: 'participation', rows: participation, value: mean, isShare: false },
  { measure: 'response_rate', rows: responseRates, value: percentage, isShare: true },
] as const;

/**
 * Publishes the months that a publication closes, by service, region and nation: the mean of all statements answered, and the
 * response rate. A month is published once: what comes late for it is in the figures of the whole nation only.
 */
export async function publishMonthlyFigures(rows: EntityManager, { number }: DataOf<typeof answersPublished>): Promise<void> {
  for (const { measure, rows: counted, value, isShare } of measures) {
    const added = await counted(rows, number);
    const earlier = await rows.find(PublishedFigureRow, { where: { measure }, select: { survey: true, period: true } });
    const isPublished = new Set(earlier.map(({ survey, period }) => `${survey} ${period}`));
    for (const survey of new Set(added.map((row) => row.survey))) {
      const ofSurvey = added.filter((row) => row.survey === survey);
      const late = ofSurvey.filter(({ month }) => isPublished.has(`${survey} ${month}`));
      const months = withLevels(ofSurvey.filter((row) => !late.includes(row)));
      const hidden = suppress(...tableOf(months, late, isShare));
      const cells = months.map(({ month: period, part, whole, people: _, ...unit }): PublishedFigureRow => {
        const reason = hidden.get(idOf({ ...unit, month: period }))!;
        const figure = reason ? { value: null, n: null } : { value: value(part, whole), n: whole };
        return { publication: number, period, measure, includes: number, ...unit, ...figure, hidden: reason };
      });
      await upsert(rows, PublishedFigureRow, ['publication', 'level', 'unit', 'period', 'survey', 'measure'], cells);
    }
  }
}

const idOf = ({ level, unit, month }: Pick<UnitMonth, 'level' | 'unit' | 'month'>) => `${level} ${unit} ${month}`;

/** Adds the months of the regions and of the nation. A person belongs to one service, so people can be added. */
function withLevels(services: ServiceMonth[]): UnitMonth[] {
  const unitsOf = ({ service, region }: ServiceMonth): Unit[] => [
    { level: 'nation', unit: 'nation', service: null, region: null },
    { level: 'region', unit: region, service: null, region },
    { level: 'service', unit: service, service, region },
  ];
  const cells = new Map<string, UnitMonth>();
  for (const row of services) {
    for (const unit of unitsOf(row)) {
      const { survey, month, part, whole, people } = row;
      const known = cells.get(idOf({ ...unit, month })) ?? { ...unit, survey, month, part: 0, whole: 0, people: 0 };
      cells.set(idOf(known), { ...known, part: known.part + part, whole: known.whole + whole, people: known.people + people });
    }
  }
  return [...cells.values()];
}

/**
 * The table of a survey's new months with its sums: services, regions, nation, and, because readers have the nation's figures
 * before and after this publication, all new months together with what came late for older ones.
 */
function tableOf(months: UnitMonth[], late: ServiceMonth[], isShare: boolean): [TableCell[], Sum[]] {
  const cell = (id: string, population: string, { part, whole, people }: Pick<ServiceMonth, 'part' | 'whole' | 'people'>): TableCell => ({
    ...{ id, people, answers: whole, population, national: population === 'nation' },
    ...(isShare && { share: { part, whole } }),
  });
  const together = (rows: Pick<ServiceMonth, 'part' | 'whole' | 'people'>[]) => ({
    part: rows.reduce((sum, { part }) => sum + part, 0),
    whole: rows.reduce((sum, { whole }) => sum + whole, 0),
    people: rows.reduce((sum, { people }) => sum + people, 0),
  });
  const national = months.filter(({ level }) => level === 'nation');
  const cells = [
    ...months.map((month) => cell(idOf(month), month.unit, month)),
    cell('late', 'nation', together(late)),
    { ...cell('together', 'nation', together([...national, ...late])), published: 'shown' as const },
  ];
  const sums = national.flatMap(({ month }): Sum[] => {
    const inMonth = (level: Unit['level']) => months.filter((one) => one.level === level && one.month === month);
    const regions = inMonth('region');
    return [
      { total: idOf({ level: 'nation', unit: 'nation', month }), parts: regions.map(idOf) },
      ...regions.map((region) => ({ total: idOf(region), parts: inMonth('service').filter((one) => one.region === region.region).map(idOf) })),
    ];
  });
  return [cells, [...sums, { total: 'together', parts: [...national.map(idOf), 'late'] }]];
}

const place = `coalesce(i.service, 'unknown') as service, coalesce(i.region, 'unknown') as region`;

function participation(rows: EntityManager, publication: number): Promise<ServiceMonth[]> {
  const { invitations, responses } = paths(rows);
  return rows.query(
    `select i.survey, r.month, ${place}, sum((a.value)::int)::int as part, count(*)::int as whole, count(distinct i."personId")::int as people
     from ${responses} r join ${invitations} i using ("invitationId") cross join lateral jsonb_each_text(r.answers) a
     where r.publication = $1 and r."hadContact" and a.key = any($2) group by i.survey, r.month, i.service, i.region
     order by i.survey, r.month, i.service`,
    [publication, statements],
  );
}

/** An invitation that is answered later counts for the month in which it was sent. */
function responseRates(rows: EntityManager, publication: number): Promise<ServiceMonth[]> {
  const { invitations, responses } = paths(rows);
  return rows.query(
    `select i.survey, i.month, ${place}, count(*) filter (where a.answered)::int as part, count(*)::int as whole,
       count(distinct i."personId")::int as people
     from ${invitations} i cross join lateral (
       select coalesce(bool_or(r.publication <= $1), false) as answered, coalesce(bool_or(r.publication = $1), false) as news
       from ${responses} r where r."invitationId" = i."invitationId") a
     where i.publication = $1 or i.publication < $1 and a.news group by i.survey, i.month, i.service, i.region
     order by i.survey, i.month, i.service`,
    [publication],
  );
}

function paths({ connection }: EntityManager): { invitations: string; responses: string } {
  return { invitations: connection.getMetadata(InvitationRow).tablePath, responses: connection.getMetadata(ResponseRow).tablePath };
}
