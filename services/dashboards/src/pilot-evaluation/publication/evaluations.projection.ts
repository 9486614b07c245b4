import { evaluationScales } from '@riggen/contracts';
import { upsert } from '@riggen/projections';
import { hiddenFor } from '@riggen/statistics';
import type { EntityManager } from 'typeorm';
import { gatheringFigures } from '../training-figures.query.js';
import { PublishedEvaluationRow } from './published-figures.tables.js';

/**
 * Publishes the evaluations of gatherings that have enough and are not published yet; `which` chooses among the gatherings.
 * Whatever comes later for a gathering stays out.
 */
export async function publishEvaluations(rows: EntityManager, which: (gatheringId: string) => boolean): Promise<void> {
  const published = new Set((await rows.find(PublishedEvaluationRow, { select: { gatheringId: true } })).map(({ gatheringId }) => gatheringId));
  const ready = (await gatheringFigures(rows)).filter(
    ({ gatheringId, evaluations }) => which(gatheringId) && !published.has(gatheringId) && evaluations > 0 && !hiddenFor({ people: evaluations, national: true }),
  );
  const cells = ready.map(({ gatheringId, evaluations, scores }) => ({
    ...{ gatheringId, evaluations },
    scores: Object.fromEntries(
      evaluationScales.map((scale) => [scale, hiddenFor({ people: scores[scale].n, national: true }) ? null : scores[scale]]),
    ),
  }));
  await upsert(rows, PublishedEvaluationRow, ['gatheringId'], cells);
}
