import { ComparisonTable } from '../components/ComparisonTable.js';
import { DotRows, type DotSide } from '../components/DotRows.js';
import { Finding } from '../components/Section.js';
import { ShowAsTable } from '../components/ShowAsTable.js';
import { SourceLine } from '../components/SourceLine.js';
import { clearDifference } from '../figures/comparison.js';
import { countNotShown, isShown } from '../figures/published-figure.js';
import { isCut, scaleWindow, type ScaleWindow } from '../figures/scale-window.js';
import { useLanguage } from '../language/useLanguage.js';
import { pairFinding } from './findings.js';
import type { PilotPage } from './pilot-page.js';
import { sidePairs, statementRows, type PairName } from './side-pairs.js';

const agreementScale: ScaleWindow = [1, 7];

/** Both sides of the same meetings, statement by statement. */
export function SidePair({ page, pair }: { page: PilotPage; pair: PairName }) {
  const { t, say } = useLanguage();
  const rows = statementRows(page, pair).map((row) => ({ ...row, label: t(`statement.${row.id}`) }));
  const window = sharedWindow(page);
  const sides: [DotSide, DotSide] = [
    { side: 'recipient', name: t(`side.${sidePairs[pair].first}`) },
    { side: 'caseworker', name: t(`side.${sidePairs[pair].second}`) },
  ];
  const notShown = countNotShown(rows.flatMap(({ first, second }) => [first, second]));
  const title = say(pairFinding(page, pair));
  return (
    <Finding
      title={title}
      dek={
        <>
          <b>{t(`pilot.subject.${pair}`)}.</b> {t('pilot.pair.dek')}{' '}
          {isCut(window, agreementScale) && t('chart.scaleCut', { low: window[0], high: window[1] })}
        </>
      }
    >
      <DotRows rowHead={t('pilot.pair.statement')} rows={rows} sides={sides} window={window} />
      <SourceLine>
        {t(`pilot.pair.source.${pair}`)} {t('chart.alike', { limit: clearDifference })}{' '}
        {notShown > 0 && t('figure.notShown', { count: notShown })}
      </SourceLine>
      <ShowAsTable>
        <ComparisonTable caption={title} rowHead={t('pilot.pair.statement')} rows={rows} sides={sides} />
      </ShowAsTable>
    </Finding>
  );
}

/** Both pairs stand side by side and must be drawn on the same scale. */
function sharedWindow(page: PilotPage) {
  const means = page.surveys.flatMap(({ statements }) =>
    statements.flatMap(({ mean }) => (isShown(mean) ? [mean.value] : [])),
  );
  return scaleWindow(means, agreementScale);
}
