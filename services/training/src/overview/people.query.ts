import { type CurriculumDefinition, getMyTraining, getStaffTraining, staffRole, type StaffRole } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { querySlice } from '@riggen/service';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { pageFrom } from './page.query.js';
import { trainedOn } from './trained.query.js';
import { placeOfPerson, placeOfService } from './places.query.js';

const today = (): string => calendarDateOf(new Date().toISOString());

/** The state of a certificate `c` on the day `$2`. */
export const certificateState = `case when c.code is null then 'none' when c."revokedOn" is not null then 'revoked'
  when c."validUntil" < $2 then 'expired' else 'valid' end`;

/** The newest certificate of each person in the programme `$1`. */
export const newestCertificate = `
  certificates as (select distinct on ("personId") * from training.certificate where "programmeId" = $1 order by "personId", "awardedOn" desc, ("revokedOn" is null) desc)`;

/** The modules of the programme `$1` that coming gatherings will give people who have, are offered or wait for places. */
const coming = `
  coming as (
    select p."personId", m."moduleId", min(g."gatheringId") as "gatheringId" from training.place p
    join training.gathering g using ("gatheringId") join training.gathering_module m using ("gatheringId")
    where p.status in ('placed', 'offered', 'waiting') and g.status in ('planned', 'published') and g."endsOn" >= $2 and g."programmeId" = $1
    group by 1, 2)`;

type StaffTraining = z.infer<typeof getStaffTraining.output>;
type Person = Omit<StaffTraining['items'][number], 'proposals'>;

export const staffTrainingQuery = querySlice({
  definition: getStaffTraining,
  projections: ['overview'],
  subject: ({ serviceId }, tables) => placeOfService(tables, serviceId),
  answer: async ({ serviceId, programmeId, employedSince, missingOnly, ...page }, tables): Promise<StaffTraining> => {
    const on = today();
    const people = await pageFrom<Person>(tables, page, {
      with: `${trainedOn}, ${newestCertificate}, ${coming}`,
      select: `select t."personId", t.roles, t."from"::text as "employedFrom", t.trained, ${certificateState} as certificate,
          coalesce((select json_agg(distinct missing) from required r cross join unnest(r.modules) as missing
            where r.role = any(t.roles) and r.version = t.version and not missing = any(coalesce(p.modules, '{}'))), '[]') as missing,
          coalesce((select json_agg(distinct m."moduleId" order by m."moduleId") from training.attendance a
            join training.gathering g using ("gatheringId") join training.gathering_module m using ("gatheringId")
            where a."personId" = t."personId" and a."madeUpBy" is not null and g."programmeId" = $1 and m."moduleId" = any(p.modules)), '[]') as "madeUp",
          coalesce((select json_agg(k."moduleId" order by k."moduleId") from coming k
            where k."personId" = t."personId" and not k."moduleId" = any(coalesce(p.modules, '{}'))), '[]') as enrolled
        from trained t left join progress p using ("personId") left join certificates c using ("personId")
        where t.service = $3 and ($4::date is null or t."from" >= $4) and ($5 = 'false' or not t.trained)`,
      orderBy: 'trained, "employedFrom" desc nulls last, "personId"',
      parameters: [programmeId, on, serviceId, employedSince ?? null, missingOnly],
    });
    const nearest = await nearestGatherings(tables, { programmeId, serviceId, on });
    return {
      ...people,
      items: people.items.map((person) => ({
        ...person,
        proposals: person.missing
          .filter((moduleId) => !person.enrolled.includes(moduleId))
          .flatMap((moduleId) => nearest.filter((gathering) => gathering.moduleId === moduleId).slice(0, 1)),
      })),
    };
  },
});

/** Gatherings with free places by module: those of the service's cohorts first, then its region's, then others; each by date. */
function nearestGatherings(
  tables: EntityManager,
  { programmeId, serviceId, on }: { programmeId: string; serviceId: string; on: string },
): Promise<StaffTraining['items'][number]['proposals']> {
  return tables.query(
    `select distinct on (m."moduleId") m."moduleId", g."gatheringId", g."startsOn"::text, g.region, g.capacity - g.placed - g.offered as free
     from training.gathering g join training.gathering_module m using ("gatheringId")
     where g."programmeId" = $1 and g.status = 'published' and g."startsOn" > $2 and g.waiting = 0 and g.capacity > g.placed + g.offered
     order by m."moduleId",
       exists (select from training.cohort_service s where s."cohortId" = g."cohortId" and s."serviceId" = $3) desc,
       coalesce(g.region = (select region from training.service_unit where "serviceId" = $3), false) desc, g."startsOn", g."gatheringId"`,
    [programmeId, on, serviceId],
  );
}

type MyTraining = z.infer<typeof getMyTraining.output>;
type Programme = MyTraining['programmes'][number];

export const myTrainingQuery = querySlice({
  definition: getMyTraining,
  projections: ['overview'],
  subject: ({ personId }, tables) => placeOfPerson(tables, personId),
  answer: async ({ personId }, tables): Promise<MyTraining> => {
    const on = today();
    const positions: { role: StaffRole }[] = await tables.query(
      `select distinct role from training."position" where "personId" = $1 and ("from" is null or "from" <= $2) and ("to" is null or "to" >= $2) order by role`,
      [personId, on],
    );
    const roles = positions.map(({ role }) => role).filter((role) => staffRole.options.includes(role));
    const curricula: { programmeId: string }[] = await tables.query('select distinct "programmeId" from training.curriculum order by 1');
    const programmes: { programme: Programme; trainedOn: string | null }[] = [];
    for (const { programmeId } of curricula) programmes.push(await programmeOf(tables, { personId, programmeId, roles, on }));
    const comingGatherings: MyTraining['coming'] = await tables.query(
      `select g."gatheringId", p."groupId", p.status, to_char(p.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until, g."programmeId",
         g."startsOn"::text, g."endsOn"::text
       from training.place p join training.gathering g using ("gatheringId")
       where p."personId" = $1 and p.status in ('placed', 'offered', 'waiting') and g.status = 'published' and g."endsOn" >= $2
       order by g."startsOn", g."gatheringId" limit 100`,
      [personId, on],
    );
    const steps: MyTraining['history'] = await tables.query(
      `select "awardedOn"::text as on, 'certified' as what, "programmeId" from training.certificate where "personId" = $1
       union all select "revokedOn"::text, 'revoked', "programmeId" from training.certificate where "personId" = $1 and "revokedOn" is not null
       union all select (since at time zone 'Europe/Oslo')::date::text, 'supervisor', "programmeId" from training.supervisor where "personId" = $1
       union all select (since at time zone 'Europe/Oslo')::date::text, 'trainer', "programmeId" from training.trainer
         where "personId" = $1 and cardinality("moduleIds") > 0`,
      [personId],
    );
    const trainedSteps = programmes.flatMap(({ programme: { programmeId }, trainedOn: day }) => (day ? [{ on: day, what: 'trained' as const, programmeId }] : []));
    const { service: serviceId = null } = await placeOfPerson(tables, personId);
    return {
      serviceId,
      roles,
      programmes: programmes.map(({ programme }) => programme),
      coming: comingGatherings,
      history: [...trainedSteps, ...steps].sort((a, b) => a.on.localeCompare(b.on)),
    };
  },
});

async function programmeOf(
  tables: EntityManager,
  { personId, programmeId, roles, on }: { personId: string; programmeId: string; roles: StaffRole[]; on: string },
): Promise<{ programme: Programme; trainedOn: string | null }> {
  const [found]: {
    definition: CurriculumDefinition;
    done: Record<string, string>;
    enrolled: Record<string, string>;
    sessions: number;
    certificate: Programme['certificate'];
  }[] = await tables.query(
    `with ${trainedOn}, ${newestCertificate}, ${coming}
     select k.definition,
       coalesce((select json_object_agg("moduleId", day) from (select "moduleId", min("endsOn")::text as day from done where "personId" = $3 group by 1) d), '{}') as done,
       coalesce((select json_object_agg("moduleId", "gatheringId") from coming where "personId" = $3), '{}') as enrolled,
       (select count(*)::int from training.session_attendance a join training.session s using ("sessionId")
         where a."personId" = $3 and a.status = 'attended' and s."targetGroup" = k.definition->>'targetGroup') as sessions,
       (select json_build_object('state', ${certificateState}, 'code', c.code, 'awardedOn', c."awardedOn"::text, 'validUntil', c."validUntil"::text)
         from (select 1) one left join certificates c on c."personId" = $3) as certificate
     from training.curriculum k
     where k."programmeId" = $1 and k.version = coalesce((select version from progress where "personId" = $3), (select version from newest))`,
    [programmeId, on, personId],
  );
  const { definition, done, enrolled, sessions, certificate } = found!;
  const isCompulsory = ({ compulsoryFor }: CurriculumDefinition['modules'][number]) => compulsoryFor.some((role) => roles.includes(role));
  const compulsory = definition.modules.filter(isCompulsory);
  const trained = compulsory.length > 0 && compulsory.every(({ moduleId }) => done[moduleId]);
  return {
    programme: {
      ...{ programmeId, curriculumVersion: definition.version, trained, certificate },
      modules: definition.modules.map((module) => ({
        ...{ moduleId: module.moduleId, title: module.title, compulsory: isCompulsory(module) },
        ...{ doneOn: done[module.moduleId] ?? null, enrolledIn: enrolled[module.moduleId] ?? null },
      })),
      sessions: { attended: sessions, needed: definition.certification.supervisionSessions },
    },
    trainedOn: trained ? compulsory.map(({ moduleId }) => done[moduleId]!).sort().at(-1)! : null,
  };
}
