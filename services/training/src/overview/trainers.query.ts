import { getAttendanceCode, getCurricula, getTrainers } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import { codeAt } from '../gathering/attendance-code.secret.js';
import { pageFrom } from './page.query.js';
import { regionOfGathering } from './places.query.js';

export const trainersQuery = querySlice({
  definition: getTrainers,
  projections: ['overview'],
  subject: async ({ region }) => (region ? { region } : {}),
  answer: ({ year, region, ...page }, tables) =>
    pageFrom(tables, page, {
      with: `known as (
        select "personId" from training.trainer where cardinality("moduleIds") > 0
        union select "personId" from training.trainer_capacity where year = $1
        union select "personId" from training.trainer_day where extract(year from date) = $1)`,
      select: `select k."personId", c.region, c.days as "capacityDays",
          coalesce((select json_agg(json_build_object('programmeId', t."programmeId", 'moduleIds', t."moduleIds") order by t."programmeId")
            from training.trainer t where t."personId" = k."personId" and cardinality(t."moduleIds") > 0), '[]') as qualified,
          (select count(*)::int from training.trainer_day d where d."personId" = k."personId" and extract(year from d.date) = $1) as "bookedDays",
          (select count(*)::int from training.trainer_day d where d."personId" = k."personId" and d.travel and extract(year from d.date) = $1) as "travelDays"
        from known k left join training.trainer_capacity c on c."personId" = k."personId" and c.year = $1
        -- Whoever has no days set for the year yet can be taken on by any region.
        where $2::text is null or c.region is null or c.region = $2`,
      orderBy: '"personId"',
      parameters: [year, region ?? null],
    }),
});

export const curriculaQuery = querySlice({
  definition: getCurricula,
  projections: ['overview'],
  subject: async () => ({}),
  answer: async ({ programmeId, ...page }, tables) => {
    const found = await pageFrom<{ definition: never }>(tables, page, {
      select: 'select definition, "programmeId", version from training.curriculum where $1::text is null or "programmeId" = $1',
      orderBy: '"programmeId", version desc',
      parameters: [programmeId ?? null],
    });
    return { ...found, items: found.items.map(({ definition }) => definition) };
  },
});

export const attendanceCodeQuery = querySlice({
  definition: getAttendanceCode,
  projections: ['overview'],
  subject: ({ gatheringId }, tables) => regionOfGathering(tables, gatheringId),
  answer: async ({ gatheringId }) => {
    const { code, nextAt } = codeAt(gatheringId, new Date().toISOString());
    return { code, nextAt, path: `/oppmote/${encodeURIComponent(gatheringId)}?kode=${code}` };
  },
});
