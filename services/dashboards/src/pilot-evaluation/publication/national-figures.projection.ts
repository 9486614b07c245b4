import { type answersPublished, surveys } from '@riggen/contracts';
import { upsert } from '@riggen/projections';
import type { DataOf } from '@riggen/service';
import { disclosureLimits, type Hidden, suppress } from '@riggen/statistics';
import type { EntityManager } from 'typeorm';
import { InvitationRow, ResponseRow } from '../pilot-evaluation.tables.js';
import { type Survey, type SurveyFigures, surveyFigures } from '../survey-figures.query.js';
import { type Measure, measuresOf } from './measures.js';
import { PublishedFigureRow } from './published-figures.tables.js';

type Publication = DataOf<typeof answersPublished>;

/**
 * Publishes each survey's figures in the nation until the end of a month. A figure takes in new answers only when five or more
 * people are behind them, or two publications would tell of fewer by their difference; until then it stays as it was published.
 */
export async function publishNationalFigures(rows: EntityManager, { number, through }: Publication): Promise<void> {
  const before = await rows.findBy(PublishedFigureRow, { publication: number - 1, level: 'nation' });
  const soFar = before.filter(({ period }) => period.startsWith('../'));
  const all = await surveyFigures(rows, { after: 0, through: number });
  const news = new Map<number, Awaited<ReturnType<typeof newsSince>>>();
  for (const includes of new Set([0, ...soFar.map((row) => row.includes)])) news.set(includes, await newsSince(rows, includes, number));
  const published = surveys.flatMap((survey) => {
    const hidden = hiddenAmong(all[survey]);
    return measuresOf(all[survey]).map((measure): PublishedFigureRow => {
      const known = soFar.find((row) => row.survey === survey && row.measure === measure.measure);
      const waits = isWaiting(known, measure, news.get(known?.includes ?? 0)!(survey, measure.measure));
      const cell = waits ? (known ?? cellOf(survey, measure, 'few', 0)) : cellOf(survey, measure, hidden(measure), number);
      return { ...cell, publication: number, period: `../${through}` };
    });
  });
  await upsert(rows, PublishedFigureRow, ['publication', 'level', 'unit', 'period', 'survey', 'measure'], published);
}

function isWaiting(known: PublishedFigureRow | undefined, { measure, people }: Measure, newPeople: number): boolean {
  const shownBefore = known && known.hidden === null;
  const added = measure === 'participants' ? people - (shownBefore ? known.n! : 0) : newPeople;
  return added > 0 && added < disclosureLimits.fewestPeople;
}

function cellOf(survey: Survey, { measure, value, n }: Measure, hidden: Hidden, includes: number): Omit<PublishedFigureRow, 'publication' | 'period'> {
  const figure = hidden ? { value: null, n: null, hidden } : { value, n, hidden };
  return { level: 'nation', unit: 'nation', survey, measure, service: null, region: null, ...figure, includes: hidden ? 0 : includes };
}

/** Participants are the sum of the phases: one phase of few takes the other with it. All else rests on its own people. */
function hiddenAmong(figures: SurveyFigures): (measure: Measure) => Hidden {
  const cells = measuresOf(figures).map(({ measure, people }) => ({ id: measure, people, national: true }));
  const hidden = suppress(cells, [{ total: 'participants', parts: ['response_rate_phase_1', 'response_rate_phase_2'] }]);
  return ({ measure }) => hidden.get(measure)!;
}

/** How many people are behind what was added to a survey's measure since a publication. */
async function newsSince(rows: EntityManager, after: number, through: number): Promise<(survey: Survey, measure: string) => number> {
  const added = await surveyFigures(rows, { after, through });
  const path = (entity: typeof InvitationRow | typeof ResponseRow) => rows.connection.getMetadata(entity).tablePath;
  const sentOrAnswered: { survey: string; phase: number; people: number }[] = await rows.query(
    `select i.survey, i.phase, count(distinct i."personId")::int as people from ${path(InvitationRow)} i
     where i.publication > $1 and i.publication <= $2 or exists (
       select from ${path(ResponseRow)} r where r."invitationId" = i."invitationId" and r.publication > $1 and r.publication <= $2)
     group by i.survey, i.phase`,
    [after, through],
  );
  return (survey, measure) => {
    const phase = /^response_rate_phase_(\d)$/.exec(measure)?.[1];
    if (phase) return sentOrAnswered.find((row) => row.survey === survey && row.phase === Number(phase))?.people ?? 0;
    return measuresOf(added[survey]).find((candidate) => candidate.measure === measure)?.people ?? 0;
  };
}
