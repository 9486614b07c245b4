import type { getCoverage } from '@riggen/contracts';
import { useAnswer } from '../api/useAnswer.js';
import { ShareBar } from '../charts/ShareBar.js';
import { DataTable } from '../components/DataTable.js';
import { Loaded } from '../components/Loaded.js';
import { Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { isEnough, shareOf } from './coverage.js';
import { regions } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';

/** Trained of those employed today, by region. */
export function CoverageByRegion({ programmeId }: { programmeId: string | undefined }) {
  const { t, format } = useLanguage();
  const coverage = useAnswer<typeof getCoverage>({ service: 'training', name: 'coverage' }, { programmeId, size: 1 }, { enabled: programmeId !== undefined });
  return (
    <Loaded answer={coverage} height={360}>
      {({ on, whole, regions: known }) => (
        <Finding
          title={isEnough(whole) ? t('rollout.coverage.title', { share: shareOf(whole), trained: whole.trained, count: whole.employed }) : t('rollout.coverage.tooLittle')}
          dek={t('rollout.coverage.dek')}
        >
          <DataTable
            caption={t('rollout.coverage.caption')}
            keyOf={({ region }) => region}
            rows={[{ region: 'nation', ...whole }, ...regions.map((region) => known.find((one) => one.region === region) ?? { region, trained: 0, employed: 0 })]}
            columns={[
              { id: 'region', head: t('services.region'), cell: ({ region }) => (region === 'nation' ? t('rollout.regions.nation') : t(`region.${region as (typeof regions)[number]}`)) },
              { id: 'bar', head: t('rollout.coverage.bar'), cell: (row) => (isEnough(row) ? <ShareBar share={shareOf(row)} /> : null) },
              { id: 'people', head: t('rollout.coverage.people'), numeric: true, cell: (row) => isEnough(row) ? t('rollout.coverage.of', { trained: row.trained, count: row.employed }) : '–' },
              { id: 'share', head: t('rollout.coverage.share'), numeric: true, cell: (row) => isEnough(row) ? format.percent(shareOf(row)) : <span className="too-little">{t('figure.tooLittle')}</span> },
            ]}
          />
          <SourceLine>{t('rollout.coverage.source', { count: whole.employed, date: format.date(on) })}</SourceLine>
        </Finding>
      )}
    </Loaded>
  );
}
