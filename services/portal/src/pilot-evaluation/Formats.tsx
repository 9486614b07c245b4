import { ComparisonTable } from '../components/ComparisonTable.js';
import { DotRows, type DotSide } from '../components/DotRows.js';
import { Finding } from '../components/Section.js';
import { ShowAsTable } from '../components/ShowAsTable.js';
import { SourceLine } from '../components/SourceLine.js';
import { clearDifference } from '../figures/comparison.js';
import { countNotShown, isShown } from '../figures/published-figure.js';
import { isCut, scaleWindow, type ScaleWindow } from '../figures/scale-window.js';
import { useLanguage } from '../language/useLanguage.js';
import { formatRows, formatsFinding } from './findings.js';
import type { PilotPage } from './pilot-page.js';

const evaluationScale: ScaleWindow = [1, 10];

/** What participants thought of physical and of digital gatherings. */
export function Formats({ page }: { page: PilotPage }) {
  const { t, say } = useLanguage();
  const rows = formatRows(page).map((row) => ({ ...row, label: t(`scale.${row.id}`) }));
  const figures = rows.flatMap(({ first, second }) => [first, second]);
  const window = scaleWindow(
    figures.flatMap((figure) => (isShown(figure) ? [figure.value] : [])),
    evaluationScale,
  );
  const sides: [DotSide, DotSide] = [
    { side: 'physical', name: t('format.physical') },
    { side: 'digital', name: t('format.digital') },
  ];
  const notShown = countNotShown(figures);
  const title = say(formatsFinding(page));
  return (
    <Finding
      title={title}
      dek={
        <>
          {t('pilot.formats.dek')} {isCut(window, evaluationScale) && t('chart.scaleCut', { low: window[0], high: window[1] })}
        </>
      }
    >
      <DotRows rowHead={t('pilot.formats.scale')} rows={rows} sides={sides} window={window} />
      <SourceLine>
        {t('pilot.formats.source')} {t('chart.alike', { limit: clearDifference })}{' '}
        {notShown > 0 && t('figure.notShown', { count: notShown })}
      </SourceLine>
      <ShowAsTable>
        <ComparisonTable caption={title} rowHead={t('pilot.formats.scale')} rows={rows} sides={sides} />
      </ShowAsTable>
    </Finding>
  );
}
