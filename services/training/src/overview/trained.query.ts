/**
 * Who is trained in a programme, as common table expressions over the tables of a schema, `$1` (the programme) and `$2` (the day). A module is done by
 * whoever attended or made up every day of a gathering that gives it, or attended a gathering of the pilot that stands for it.
 * The version of the curriculum is the one that applied when a person began. `trained` has one row for each person employed in a
 * service on the day in a role that the curriculum has compulsory modules for.
 */
export const trainedIn = (schema: string): string => `
  attended as (
    select "gatheringId", "personId", count(*) as days from ${schema}.attendance
    where status = 'attended' or "madeUpBy" is not null group by 1, 2),
  done as (
    select a."personId", m."moduleId", g."endsOn", g."startsOn"
    from attended a join ${schema}.gathering g using ("gatheringId") join ${schema}.gathering_module m using ("gatheringId")
    where g."programmeId" = $1 and g.status in ('planned', 'published', 'held') and a.days = g.days and g."endsOn" <= $2
    union all
    select a."personId", e."moduleId", g."endsOn", g."startsOn"
    from ${schema}.attendance a join ${schema}.gathering g using ("gatheringId")
    join (select distinct "targetGroup", number, "moduleId" from ${schema}.curriculum_earlier where "programmeId" = $1) e
      on e."targetGroup" = g."targetGroup" and e.number = g.number
    where g.status = 'earlier' and a.status = 'attended' and g."endsOn" <= $2),
  progress as (
    select "personId", array_agg(distinct "moduleId") as modules,
      coalesce((select max(c.version) from ${schema}.curriculum c where c."programmeId" = $1 and c."validFrom" <= min(done."startsOn")), 1) as version
    from done group by 1),
  newest as (
    select coalesce(max(version) filter (where "validFrom" <= $2), 1) as version from ${schema}.curriculum where "programmeId" = $1),
  required as (
    select m.version, role, array_agg(m."moduleId" order by m."order") as modules
    from ${schema}.curriculum_module m cross join unnest(m."compulsoryFor") as role where m."programmeId" = $1 group by 1, 2),
  employed as (
    select p.service, min(p.region) as region, p."personId", p.role, min(p."from") as "from"
    from ${schema}."position" p
    where (p."from" is null or p."from" <= $2) and (p."to" is null or p."to" >= $2) group by p.service, p."personId", p.role),
  trained as (
    select e.service, min(e.region) as region, e."personId", array_agg(e.role order by e.role) as roles, min(e."from") as "from",
      bool_and(r.modules <@ coalesce(p.modules, '{}')) as trained, max(coalesce(p.version, n.version)) as version
    from employed e cross join newest n left join progress p using ("personId")
    join required r on r.role = e.role and r.version = coalesce(p.version, n.version)
    group by e.service, e."personId")`;

export const trainedOn = trainedIn('training');
