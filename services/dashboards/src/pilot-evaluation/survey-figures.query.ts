import { contactForms, statements, surveys, tools } from '@riggen/contracts';
import type { EntityManager } from 'typeorm';
import { InvitationRow, ResponseRow } from './pilot-evaluation.tables.js';

/** A count or share before it is rounded: `people` is the number of distinct people behind the whole. */
export interface Share {
  part: number;
  whole: number;
  people: number;
}

export interface StatementFigure {
  n: number;
  sum: number;
  people: number;
}

export interface SurveyFigures {
  participants: number;
  responses: number;
  respondents: number;
  aboutContact: number;
  peopleAboutContact: number;
  responseRates: Record<1 | 2, Share>;
  statements: Partial<Record<(typeof statements)[number], StatementFigure>>;
  answeredYes: Record<YesNo, number>;
  answeredNo: Record<YesNo, number>;
  contactForms: Record<(typeof contactForms)[number], number>;
  tools: Record<(typeof tools)[number], { used: number; useful: number; peopleWhoUsed: number }>;
}

export type Survey = (typeof surveys)[number];
const yesNo = ['child_contact', 'child_could_influence', 'family_guidance_used'] as const;
type YesNo = (typeof yesNo)[number];

/** Which publications' rows are counted: those after one, up to and including another. */
export interface Publications {
  after: number;
  through: number;
}

/**
 * Counts each survey's figures, over everything or what some publications have. Shares and means rest on the answers about
 * contact; a person's phase is that of the person.
 */
export async function surveyFigures(tables: EntityManager, publications?: Publications): Promise<Record<Survey, SurveyFigures>> {
  const from = sources(tables, publications);
  const invitations = await invitationCounts(tables, from);
  const counts = await answerCounts(tables, from);
  const statementRows = await statementCounts(tables, from);
  const figuresOf = (survey: Survey): SurveyFigures => {
    const answered = counts.find((row) => row['survey'] === survey) ?? {};
    const count = (column: string) => Number(answered[column] ?? 0);
    const invited = invitations.filter((row) => row.survey === survey);
    const rate = (phase: number): Share => {
      const row = invited.find((candidate) => candidate.phase === phase);
      return { part: row?.answered ?? 0, whole: row?.invited ?? 0, people: row?.people ?? 0 };
    };
    const each = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value) =>
      Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
    return {
      participants: invited.reduce((sum, row) => sum + row.people, 0),
      responses: count('responses'),
      respondents: count('respondents'),
      aboutContact: count('about_contact'),
      peopleAboutContact: count('people_about_contact'),
      responseRates: { 1: rate(1), 2: rate(2) },
      statements: Object.fromEntries(
        statementRows.filter((row) => row.survey === survey).map(({ statement, n, sum, people }) => [statement, { n, sum, people }]),
      ),
      answeredYes: each(yesNo, (question) => count(`${question}_yes`)),
      answeredNo: each(yesNo, (question) => count(`${question}_no`)),
      contactForms: each(contactForms, (form) => count(`form_${form}`)),
      tools: each(tools, (tool) => ({
        used: count(`used_${tool}`),
        useful: count(`useful_${tool}`),
        peopleWhoUsed: count(`people_used_${tool}`),
      })),
    };
  };
  return Object.fromEntries(surveys.map((survey) => [survey, figuresOf(survey)])) as Record<Survey, SurveyFigures>;
}

interface Sources {
  invitations: string;
  responses: string;
  /** The invitations of all times, to which responses belong. */
  allInvitations: string;
}

/** The tables to count from: numbers, not texts, are put into the statement. */
function sources({ connection }: EntityManager, publications?: Publications): Sources {
  const path = (entity: typeof InvitationRow | typeof ResponseRow) => connection.getMetadata(entity).tablePath;
  const some = (table: string) =>
    publications ? `(select * from ${table} where publication > ${Number(publications.after)} and publication <= ${Number(publications.through)})` : table;
  return { invitations: some(path(InvitationRow)), responses: some(path(ResponseRow)), allInvitations: path(InvitationRow) };
}

const columns = (lines: string[]): string => lines.join(',\n    ');

// A person has one phase in a study, so people can be added over phases.
function invitationCounts(
  tables: EntityManager,
  { invitations, responses }: Sources,
): Promise<{ survey: string; phase: number; invited: number; answered: number; people: number }[]> {
  return tables.query(`
    select i.survey, i.phase, count(*)::int as invited, count(distinct i."personId")::int as people,
      count(*) filter (where exists (select from ${responses} r where r."invitationId" = i."invitationId"))::int as answered
    from ${invitations} i group by i.survey, i.phase`);
}

function answerCounts(tables: EntityManager, { responses, allInvitations }: Sources): Promise<Record<string, string | number>[]> {
  const contact = 'r."hadContact"';
  const used = (tool: string) => `${contact} and r.answers->'tools_used' ? '${tool}'`;
  return tables.query(`
    select i.survey, count(*) as responses, count(distinct i."personId") as respondents,
    ${columns([
      `count(*) filter (where ${contact}) as about_contact`,
      `count(distinct i."personId") filter (where ${contact}) as people_about_contact`,
      ...yesNo.map((id) => `count(*) filter (where ${contact} and r.answers->'${id}' = 'true') as ${id}_yes`),
      ...yesNo.map((id) => `count(*) filter (where ${contact} and r.answers->'${id}' = 'false') as ${id}_no`),
      ...contactForms.map((form) => `count(*) filter (where ${contact} and r.answers->>'contact_form' = '${form}') as form_${form}`),
      ...tools.map((tool) => `count(*) filter (where ${used(tool)}) as used_${tool}`),
      ...tools.map((tool) => `count(distinct i."personId") filter (where ${used(tool)}) as people_used_${tool}`),
      ...tools.map((tool) => `count(*) filter (where ${used(tool)} and r.answers->'tools_useful' ? '${tool}') as useful_${tool}`),
    ])}
    from ${responses} r join ${allInvitations} i using ("invitationId") group by i.survey`);
}

function statementCounts(
  tables: EntityManager,
  { responses, allInvitations }: Sources,
): Promise<{ survey: string; statement: string; n: number; sum: number; people: number }[]> {
  return tables.query(
    `select i.survey, a.key as statement, count(*)::int as n, sum((a.value)::int)::int as sum,
       count(distinct i."personId")::int as people
     from ${responses} r join ${allInvitations} i using ("invitationId")
     cross join lateral jsonb_each_text(r.answers) a
     where r."hadContact" and a.key = any($1) group by i.survey, a.key`,
    [statements],
  );
}
