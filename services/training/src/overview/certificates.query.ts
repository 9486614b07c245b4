import { getCertificates } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { querySlice } from '@riggen/service';
import type { z } from 'zod';
import { pageFrom } from './page.query.js';
import { certificateState, newestCertificate } from './people.query.js';
import { trainedOn } from './trained.query.js';

type Certificates = z.infer<typeof getCertificates.output>;

/** Supervision sessions that count: all, or after a certificate that has expired, those since its award. */
const sessions = `
  sessions as (
    select a."personId", count(*)::int as attended from training.session_attendance a
    join training.session s using ("sessionId") left join certificates c using ("personId")
    where a.status = 'attended' and (c."awardedOn" is null or c."revokedOn" is not null or s."heldOn" > c."awardedOn")
      and s."targetGroup" = (select definition->>'targetGroup' from training.curriculum where "programmeId" = $1 order by version desc limit 1)
    group by 1)`;

/** Everybody employed against what the certificate asks: the modules that are compulsory for caseworkers, and the sessions. */
const candidates = `
  candidates as (
    select t."personId", t.roles, t.service as "serviceId", u.name as "serviceName", r.modules, coalesce(p.modules, '{}') as done,
      coalesce(s.attended, 0) as attended, (k.definition->'certification'->>'supervisionSessions')::int as needed,
      ${certificateState} as state, c.code, c."awardedOn", c."validUntil"
    from trained t join required r on r.role = 'caseworker' and r.version = t.version
    join training.curriculum k on k."programmeId" = $1 and k.version = t.version
    left join progress p using ("personId") left join certificates c using ("personId") left join sessions s using ("personId")
    left join training.service_unit u on u."serviceId" = t.service
    where $3::text is null or t.region = $3),
  standings as (
    select *, case when state = 'valid' then 'awarded' when modules <@ done and attended >= needed then 'ready' else 'lacking' end as standing from candidates)`;

export const certificatesQuery = querySlice({
  definition: getCertificates,
  projections: ['overview'],
  subject: async ({ region }) => ({ region }),
  answer: ({ programmeId, region, standing, ...page }, tables): Promise<Certificates> =>
    pageFrom<Certificates['items'][number]>(tables, page, {
      with: `${trainedOn}, ${newestCertificate}, ${sessions}, ${candidates}`,
      select: `select "personId", "serviceId", "serviceName",
          json_build_object('done', cardinality(array(select unnest(modules) intersect select unnest(done))), 'needed', cardinality(modules)) as modules,
          to_json(array(select m from unnest(modules) with ordinality as u(m, place) where not m = any(done) order by place)) as missing,
          json_build_object('attended', attended, 'needed', needed) as sessions,
          json_build_object('state', state, 'code', code, 'awardedOn', "awardedOn"::text, 'validUntil', "validUntil"::text) as certificate
        from standings where standing = $4 and (standing <> 'lacking' or 'caseworker' = any(roles))`,
      // Those who lack least come first.
      orderBy: `json_array_length(missing), greatest(0, (sessions->>'needed')::int - (sessions->>'attended')::int), "serviceName", "serviceId", "personId"`,
      parameters: [programmeId, calendarDateOf(new Date().toISOString()), region ?? null, standing],
    }),
});
