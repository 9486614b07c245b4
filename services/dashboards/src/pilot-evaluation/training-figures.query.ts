import { evaluationScales } from '@riggen/contracts';
import type { EntityManager } from 'typeorm';
import { AttendanceRow, GatheringEvaluationRow, GatheringRow } from './pilot-evaluation.tables.js';

export type Scale = (typeof evaluationScales)[number];

export interface GatheringFigures {
  gatheringId: string;
  phase: number;
  targetGroup: 'child_4_12' | 'aftercare';
  number: number;
  format: 'digital' | 'physical';
  startsOn: string;
  endsOn: string;
  invited: number;
  attended: number;
  evaluations: number;
  /** For each scale the sum of the scores and how many gave one. */
  scores: Record<Scale, { sum: number; n: number }>;
}

/**
 * Counts attendance and evaluations of each gathering: lists in the order in which they were made known, and each list in its
 * own order, also where a line was corrected and came later.
 */
export async function gatheringFigures(tables: EntityManager): Promise<GatheringFigures[]> {
  const path = (entity: Function) => tables.connection.getMetadata(entity).tablePath;
  const scale = (name: Scale, what: string) => `coalesce(${what}((e.scores->>'${name}')::int), 0)::int`;
  const rows: (Omit<GatheringFigures, 'scores'> & Record<string, number>)[] = await tables.query(`
    select g."gatheringId", g.phase, g."targetGroup", g.number, g.format, g."startsOn"::text, g."endsOn"::text,
      a.invited, a.attended, e.*
    from ${path(GatheringRow)} g
    cross join lateral (
      select count(*)::int as invited, count(*) filter (where status = 'attended')::int as attended
      from ${path(AttendanceRow)} where "gatheringId" = g."gatheringId") a
    cross join lateral (
      select count(*)::int as evaluations,
        ${evaluationScales.flatMap((name) => [`${scale(name, 'sum')} as ${name}_sum`, `${scale(name, 'count')} as ${name}_n`]).join(', ')}
      from ${path(GatheringEvaluationRow)} e where e."gatheringId" = g."gatheringId") e
    order by min(g."madeKnownAt") over (partition by coalesce(g.list, g."gatheringId")), g.line, g."madeKnownAt"`);
  return rows.map(({ gatheringId, phase, targetGroup, number, format, startsOn, endsOn, invited, attended, evaluations, ...row }) => ({
    ...{ gatheringId, phase, targetGroup, number, format, startsOn, endsOn, invited, attended, evaluations },
    scores: Object.fromEntries(
      evaluationScales.map((name) => [name, { sum: row[`${name}_sum`]!, n: row[`${name}_n`]! }]),
    ) as GatheringFigures['scores'],
  }));
}

export interface SupervisionFigures {
  groupId: string;
  targetGroup: 'child_4_12' | 'aftercare';
  phase: number;
  sessions: number;
  minutes: number;
  withSkillsPractice: number;
  expected: number;
  attended: number;
  people: number;
}

/** Counts sessions and attendance of each supervision group. */
export function supervisionFigures(tables: EntityManager): Promise<SupervisionFigures[]> {
  return tables.query(`
    select s."groupId", min(s."targetGroup") as "targetGroup", min(s.phase)::int as phase, count(*)::int as sessions,
      sum(s.minutes)::int as minutes, count(*) filter (where s."skillsPractised")::int as "withSkillsPractice",
      coalesce(a.expected, 0) as expected, coalesce(a.attended, 0) as attended, coalesce(a.people, 0) as people
    from dashboards.pilot_session s
    left join (
      select t."groupId", count(*)::int as expected, count(*) filter (where status = 'attended')::int as attended,
        count(distinct "personId")::int as people
      from dashboards.pilot_session_attendance join dashboards.pilot_session t using ("sessionId") group by t."groupId"
    ) a using ("groupId")
    group by s."groupId", a.expected, a.attended, a.people order by s."groupId" collate "C"`);
}
