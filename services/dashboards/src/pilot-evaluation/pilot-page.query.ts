import { contactForms, evaluationScales, getPilotPage, type PilotPage, type PublishedFigure, statements, surveys, tools } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import { type Hidden, hiddenFor, mean, percentage, roundedQuotient } from '@riggen/statistics';
import type { EntityManager } from 'typeorm';
import { PublishedEvaluationRow, PublishedFigureRow } from './publication/published-figures.tables.js';
import type { Survey } from './survey-figures.query.js';
import { type GatheringFigures, gatheringFigures, type Scale, supervisionFigures } from './training-figures.query.js';

/**
 * The page *Pilotevaluering*. What respondents answered is read from what has been published; attendance and supervision are
 * counted now, and hidden where too few are behind them.
 */
export const pilotPageQuery = querySlice({
  definition: getPilotPage,
  projections: ['pilot-evaluation'],
  subject: async () => ({}),
  answer: async (_, tables): Promise<PilotPage> => {
    const figure = await publishedFigures(tables);
    const gatherings = await gatheringFigures(tables);
    const evaluations = new Map((await tables.find(PublishedEvaluationRow)).map((row) => [row.gatheringId, row]));
    const markings: { marking: PilotPage['markings'][number] }[] = await tables.query(
      'select marking from dashboards.pilot_marking order by marking',
    );
    return {
      markings: markings.map(({ marking }) => marking),
      surveys: surveys.map((survey) => surveyOnPage(survey, (measure) => figure(survey, measure))),
      childContact: {
        noContactWithChild: figure('contact_child_weekly', 'no_contact_with_child') ?? nothing,
        childCouldInfluence: figure('contact_child_weekly', 'child_could_influence') ?? nothing,
        familyGuidanceUsed: figure('contact_child_weekly', 'family_guidance_used') ?? nothing,
      },
      youthContactForms: contactForms.map((form) => ({ form, share: figure('youth_weekly', `contact_${form}`) ?? nothing })),
      tools: tools.map((tool) => ({
        tool,
        used: figure('contact_child_weekly', `used_${tool}`) ?? nothing,
        usefulOfUsed: figure('contact_child_weekly', `useful_${tool}`) ?? nothing,
      })),
      gatherings: gatherings.map((gathering) => gatheringOnPage(gathering, evaluations.get(gathering.gatheringId))),
      gatheringsByFormat: gatheringsByFormat(gatherings, evaluations),
      supervision: (await supervisionFigures(tables)).map((group) => ({
        groupId: group.groupId,
        targetGroup: group.targetGroup,
        phase: group.phase,
        sessions: group.sessions,
        hours: roundedQuotient(group.minutes, 60, 1)!,
        skillsPractised: publish(percentage(group.withSkillsPractice, group.sessions), group.sessions, hiddenFor({ people: group.people })),
        attendance: publish(
          percentage(group.attended, group.expected),
          group.expected,
          hiddenFor({ people: group.people, share: { part: group.attended, whole: group.expected } }),
        ),
      })),
    };
  },
});

/** Nothing asked or answered, or nothing published yet. */
const nothing: PublishedFigure = { value: null, n: 0, hidden: null };
const none: PublishedFigure = { value: 0, n: 0, hidden: null };

function publish(value: number | null, n: number, hidden: Hidden): PublishedFigure {
  return hidden ? { value: null, n: null, hidden } : { value, n, hidden };
}

/** Finds the figures of the newest publication: of a survey in the nation, until the last month that is closed. */
async function publishedFigures(tables: EntityManager): Promise<(survey: Survey, measure: string) => PublishedFigure | undefined> {
  const newest = await tables.maximum(PublishedFigureRow, 'publication', { level: 'nation' });
  const cells = newest === null ? [] : await tables.findBy(PublishedFigureRow, { publication: newest, level: 'nation' });
  const soFar = new Map(cells.filter(({ period }) => period.startsWith('../')).map((cell) => [`${cell.survey} ${cell.measure}`, cell]));
  return (survey, measure) => {
    const cell = soFar.get(`${survey} ${measure}`);
    return cell && { value: cell.value, n: cell.n, hidden: cell.hidden };
  };
}

function surveyOnPage(survey: Survey, figure: (measure: string) => PublishedFigure | undefined): PilotPage['surveys'][number] {
  return {
    survey,
    participants: figure('participants') ?? none,
    responses: figure('responses') ?? none,
    responsesAboutContact: figure('responses_about_contact') ?? none,
    responseRates: ([1, 2] as const).map((phase) => ({ phase, rate: figure(`response_rate_phase_${phase}`) ?? nothing })),
    statements: statements.flatMap((statement) => {
      const mean = figure(statement);
      return mean ? [{ statement, mean }] : [];
    }),
  };
}

/** Until a gathering's evaluation is published it looks like that of few people, whether there are none or some. */
function gatheringOnPage(
  { scores: _, evaluations, invited, attended, ...gathering }: GatheringFigures,
  published: PublishedEvaluationRow | undefined,
): PilotPage['gatherings'][number] {
  return {
    ...gathering,
    invited: publish(invited, invited, hiddenFor({ people: invited })),
    attended: publish(attended, invited, hiddenFor({ people: invited, share: { part: attended, whole: invited } })),
    evaluations: published ? publish(published.evaluations, published.evaluations, null) : unpublished(evaluations, none),
    means: eachScale((scale) => (published ? scaleMean(published.scores[scale]) : unpublished(evaluations, nothing))),
  };
}

const unpublished = (evaluations: number, empty: PublishedFigure): PublishedFigure => (evaluations ? publish(null, 0, 'few') : empty);

const scaleMean = (score: { sum: number; n: number } | null | undefined): PublishedFigure =>
  score ? publish(mean(score.sum, score.n), score.n, null) : publish(null, 0, 'few');

/** The sum of what is published of its gatherings: no other gathering is in it, so that none can be worked out from it. */
function gatheringsByFormat(gatherings: GatheringFigures[], published: ReadonlyMap<string, PublishedEvaluationRow>): PilotPage['gatheringsByFormat'] {
  return (['digital', 'physical'] as const).map((format) => {
    const same = gatherings.filter((gathering) => gathering.format === format);
    const shown = same.flatMap(({ gatheringId }) => published.get(gatheringId) ?? []);
    const evaluations = shown.reduce((sum, row) => sum + row.evaluations, 0);
    const scoresOn = (scale: Scale) => shown.flatMap(({ scores }) => scores[scale] ?? []);
    const total = (scale: Scale, of: 'sum' | 'n') => scoresOn(scale).reduce((sum, score) => sum + score[of], 0);
    return {
      format,
      gatherings: same.length,
      evaluations: publish(evaluations, evaluations, null),
      means: eachScale((scale) => publish(mean(total(scale, 'sum'), total(scale, 'n')), total(scale, 'n'), null)),
    };
  });
}

const eachScale = (figure: (scale: Scale) => PublishedFigure) =>
  Object.fromEntries(evaluationScales.map((scale) => [scale, figure(scale)])) as PilotPage['gatherings'][number]['means'];
