import { compareSides, type Comparison } from '../figures/comparison.js';
import type { Sentence } from '../language/sentence.js';
import type { PilotPage, StatementName } from './pilot-page.js';
import { statementRows, type PairName } from './side-pairs.js';

interface PairComparison {
  pair: PairName;
  comparison: Comparison<StatementName>;
}

/** The page's answer: which two sides see their meetings most differently, and in what. */
export function headline(page: PilotPage): readonly [Sentence, Sentence?] {
  const pairs = (['families', 'aftercare'] as const).map(
    (pair): PairComparison => ({ pair, comparison: compareSides(statementRows(page, pair)) }),
  );
  const most = pairs.reduce((found, candidate) => (widthOf(candidate) > widthOf(found) ? candidate : found));
  const { comparison, pair } = most;
  if (!('widest' in comparison)) {
    const someHidden = pairs.some(({ comparison: { verdict } }) => verdict === 'hidden');
    return [{ key: someHidden ? 'pilot.headline.hidden' : 'pilot.headline.tooLittle' }];
  }
  const { id, first, second } = comparison.widest;
  return [
    comparison.verdict === 'similar'
      ? { key: 'pilot.headline.similar' }
      : { key: `pilot.headline.${comparison.verdict}.${pair}` },
    { key: 'pilot.headline.widest', values: { statement: id, first, second } },
  ];
}

const widthOf = ({ comparison }: PairComparison) =>
  'widest' in comparison ? Math.abs(comparison.widest.difference) : -1;
