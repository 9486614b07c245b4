import { getCohort, getCohorts, getGathering, getGatheringCalendar, getWaitingLists } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { pageFrom } from './page.query.js';

/** A gathering as lists show it; the rest is chosen by a condition on `g`. */
const listedGathering = `
  select g."gatheringId", g.status, g."programmeId", g."cohortId", g.region, g."startsOn"::text, g."endsOn"::text,
    g.capacity, g.placed, g.offered, g.waiting,
    coalesce((select json_agg(m."moduleId" order by m."moduleId") from training.gathering_module m where m."gatheringId" = g."gatheringId"), '[]') as "moduleIds",
    coalesce((select json_agg(json_build_object('date', d.date::text, 'from', d."from", 'to', d."to", 'format', d.format, 'place', d.place, 'link', d.link)
      order by d.date) from training.gathering_day d where d."gatheringId" = g."gatheringId"), '[]') as days,
    (select count(distinct t."personId")::int from training.trainer_day t where t."gatheringId" = g."gatheringId") as trainers`;

export const gatheringCalendarQuery = querySlice({
  definition: getGatheringCalendar,
  projections: ['overview'],
  subject: async () => ({}),
  answer: ({ from, to, region, programmeId, ...page }, tables) =>
    pageFrom(tables, page, {
      select: `${listedGathering} from training.gathering g
        where g."startsOn" <= $2 and g."endsOn" >= $1 and ($3::text is null or g.region = $3) and ($4::text is null or g."programmeId" = $4)`,
      orderBy: '"startsOn", "gatheringId"',
      parameters: [from, to, region ?? null, programmeId ?? null],
    }),
});

type GatheringAnswer = z.infer<typeof getGathering.output>;

export const gatheringQuery = querySlice({
  definition: getGathering,
  projections: ['overview'],
  subject: async () => ({}),
  answer: async ({ gatheringId }, tables): Promise<GatheringAnswer> => {
    const [gathering]: NonNullable<GatheringAnswer['gathering']>[] = await tables.query(
      `${listedGathering}, g.version, g."cancelReason" from training.gathering g where g."gatheringId" = $1`,
      [gatheringId],
    );
    if (!gathering) return { gathering: null, trainers: [], places: [], history: [] };
    const trainers: GatheringAnswer['trainers'] = await tables.query(
      `select "personId", coalesce(json_agg(date::text order by date) filter (where not travel), '[]') as days,
         coalesce(json_agg(date::text order by date) filter (where travel), '[]') as "travelDays"
       from training.trainer_day where "gatheringId" = $1 group by 1 order by 1`,
      [gatheringId],
    );
    return { gathering, trainers, places: await placesOf(tables, gatheringId), history: await historyOf(tables, gatheringId) };
  },
});

/** Those with places first, then those offered, then the line; those who attended a gathering held before have no place. */
function placesOf(tables: EntityManager, gatheringId: string): Promise<GatheringAnswer['places']> {
  return tables.query(
    `with line as (
       select "groupId", row_number() over (order by min(since))::int as "inLine" from training.place
       where "gatheringId" = $1 and status = 'waiting' group by 1),
     people as (
       select "personId", "groupId", service, status, until, since from training.place where "gatheringId" = $1
       union all
       select distinct on ("personId") "personId", "personId", service, 'placed', null::timestamptz, '' from training.attendance a
       where "gatheringId" = $1 and not exists (select from training.place p where p."gatheringId" = $1 and p."personId" = a."personId"))
     select p."personId", p."groupId", p.service as "serviceId", p.status, to_char(p.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until,
       l."inLine", coalesce((select json_agg(json_build_object('date', a.date::text, 'status', a.status, 'madeUpBy', a."madeUpBy") order by a.date)
         from training.attendance a where a."gatheringId" = $1 and a."personId" = p."personId"), '[]') as attendance
     from people p left join line l on l."groupId" = p."groupId" and p.status = 'waiting'
     order by array_position(array['placed', 'offered', 'waiting', 'declined', 'expired', 'cancelled'], p.status), p.since, p."personId" limit 2000`,
    [gatheringId],
  );
}

function historyOf(tables: EntityManager, gatheringId: string): Promise<GatheringAnswer['history']> {
  return tables.query(
    `select "personId", date::text, what, status, note, to_char("recordedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
     from training.attendance_history where "gatheringId" = $1 and what <> 'recorded' order by position desc limit 500`,
    [gatheringId],
  );
}

export const waitingListsQuery = querySlice({
  definition: getWaitingLists,
  projections: ['overview'],
  subject: async () => ({}),
  answer: ({ region, ...page }, tables) =>
    pageFrom(tables, page, {
      select: `select g."gatheringId", g."startsOn"::text, g.region, p."groupId", p.service as "serviceId", count(*)::int as people, p.status,
          to_char(max(p.until) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until, min(p.since) as since
        from training.place p join training.gathering g using ("gatheringId")
        where p.status in ('offered', 'waiting') and g.status = 'published' and ($1::text is null or g.region = $1)
        group by g."gatheringId", p."groupId", p.service, p.status`,
      orderBy: '"startsOn", "gatheringId", status, since',
      parameters: [region ?? null],
    }),
});

const listedCohort = `
  select c."cohortId", c."programmeId", c.name, c.region, c."startsOn"::text, c."physicalFrom"::text, c."endsOn"::text,
    coalesce((select json_agg(json_build_object('serviceId', s."serviceId", 'name', u.name, 'region', u.region) order by u.name, s."serviceId")
      from training.cohort_service s left join training.service_unit u using ("serviceId") where s."cohortId" = c."cohortId"), '[]') as services,
    (select count(*)::int from training.gathering g where g."cohortId" = c."cohortId") as gatherings`;

export const cohortsQuery = querySlice({
  definition: getCohorts,
  projections: ['overview'],
  subject: async () => ({}),
  answer: ({ region, programmeId, serviceId, ...page }, tables) =>
    pageFrom(tables, page, {
      select: `${listedCohort} from training.cohort c
        where ($1::text is null or c.region = $1) and ($2::text is null or c."programmeId" = $2) and ($3::text is null
          or exists (select from training.cohort_service s where s."cohortId" = c."cohortId" and s."serviceId" = $3))`,
      orderBy: '"startsOn" desc, "cohortId"',
      parameters: [region ?? null, programmeId ?? null, serviceId ?? null],
    }),
});

type CohortAnswer = z.infer<typeof getCohort.output>;

export const cohortQuery = querySlice({
  definition: getCohort,
  projections: ['overview'],
  subject: async () => ({}),
  answer: async ({ cohortId }, tables): Promise<CohortAnswer> => {
    const [cohort]: NonNullable<CohortAnswer['cohort']>[] = await tables.query(`${listedCohort} from training.cohort c where c."cohortId" = $1`, [cohortId]);
    const gatherings: CohortAnswer['gatherings'] = await tables.query(
      `${listedGathering} from training.gathering g where g."cohortId" = $1 order by g."startsOn", g."gatheringId" limit 200`,
      [cohortId],
    );
    return { cohort: cohort ?? null, gatherings };
  },
});
