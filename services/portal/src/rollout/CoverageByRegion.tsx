import type { getPublishedCoverage } from '@riggen/contracts';
import type { z } from 'zod';
import { useAnswer } from '../api/useAnswer.js';
import { ShareBar } from '../charts/ShareBar.js';
import { FigureTable } from '../components/FigureTable.js';
import { Loaded } from '../components/Loaded.js';
import { Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import type { PublishedFigure } from '../figures/published-figure.js';
import { isEnough, shareOf } from './coverage.js';
import { regions } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';

type Cell = NonNullable<z.infer<typeof getPublishedCoverage.output>['whole']>;

const none: Cell = { employed: 0, trained: 0, hidden: null };
const figure = (value: number | null, { employed, hidden }: Cell): PublishedFigure => ({ value, n: employed, hidden: value === null ? hidden : null });

/** Trained of those employed at the end of the last published month, by region. */
export function CoverageByRegion({ programmeId }: { programmeId: string | undefined }) {
  const { t, format } = useLanguage();
  const coverage = useAnswer<typeof getPublishedCoverage>({ service: 'training', name: 'published-coverage' }, { programmeId, size: 1 }, { enabled: programmeId !== undefined });
  return (
    <Loaded answer={coverage} height={360}>
      {({ on, whole, regions: known }) => (
        <Finding
          title={whole && isEnough(whole) ? t('rollout.coverage.title', { share: shareOf(whole), date: on && format.date(on) }) : t('rollout.coverage.tooLittle')}
          dek={t('rollout.coverage.dek')}
        >
          <FigureTable
            caption={t('rollout.coverage.caption')}
            rowHead={t('services.region')}
            rows={[row('nation', t('rollout.regions.nation'), whole ?? none), ...regions.map((region) => row(region, t(`region.${region}`), known.find((one) => one.region === region) ?? none))]}
            columns={[
              { id: 'share', head: t('rollout.coverage.share'), numeric: true },
              { id: 'trained', head: t('rollout.coverage.trained'), numeric: true },
              { id: 'employed', head: t('rollout.coverage.employed'), numeric: true },
            ]}
          />
          <SourceLine>{on ? t('rollout.coverage.source', { date: format.date(on) }) : t('rollout.coverage.unpublished')}</SourceLine>
        </Finding>
      )}
    </Loaded>
  );

  function row(id: string, head: string, cell: Cell) {
    const share: PublishedFigure = isEnough(cell) ? { value: shareOf(cell), n: cell.employed, hidden: null } : { value: null, n: cell.employed, hidden: cell.hidden };
    return {
      id,
      head,
      cells: [
        { figure: share, format: format.percent, ...(isEnough(cell) && { bar: <ShareBar share={shareOf(cell)} /> }) },
        { figure: figure(cell.trained, cell), format: format.count },
        { figure: figure(cell.employed, cell), format: format.count },
      ],
    };
  }
}
