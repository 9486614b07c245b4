import type { getCoverageForecast } from '@riggen/contracts';
import { useAnswer } from '../api/useAnswer.js';
import { ComingLater } from '../components/ComingLater.js';
import { DataTable } from '../components/DataTable.js';
import { Loaded } from '../components/Loaded.js';
import { Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import type { Region } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { useSeasonName } from './plan-texts.js';

/** When the plans lead to full coverage: a range, since nobody knows how many will leave. Without a region: the nation. */
export function Forecast({ region }: { region?: Region }) {
  const { t, format } = useLanguage();
  const seasonName = useSeasonName();
  const answer = useAnswer<typeof getCoverageForecast>({ service: 'training', name: 'coverage-forecast' }, { region });
  return (
    <Loaded answer={answer} height={360}>
      {({ seasons, coveredFrom: { earliest, latest }, target, turnover, staff, servicesPlanned, servicesUnplaced }) => seasons.length === 0 ? <ComingLater title={t('plan.forecast.none')} text={t('plan.forecast.empty')} /> : (
        <Finding
          title={
            earliest
              ? t(latest ? 'plan.forecast.between' : 'plan.forecast.earliest', { target: target * 100, earliest: seasonName(earliest), latest: latest && seasonName(latest) })
              : t('plan.forecast.never', { target: target * 100 })
          }
          dek={t('plan.forecast.dek', { low: turnover.low * 100, high: turnover.high * 100 })}
        >
          <DataTable
            caption={t('plan.forecast.caption')}
            keyOf={({ season }) => season}
            rows={seasons}
            columns={[
              { id: 'season', head: t('plan.season'), cell: ({ season }) => seasonName(season) },
              { id: 'low', head: t('plan.forecast.low'), numeric: true, cell: ({ low }) => format.percent(low * 100) },
              { id: 'high', head: t('plan.forecast.high'), numeric: true, cell: ({ high }) => format.percent(high * 100) },
            ]}
          />
          <SourceLine>{t(staff === null ? 'plan.forecast.sourceHidden' : 'plan.forecast.source', { staff: staff ?? 0, count: servicesPlanned, unplaced: servicesUnplaced })}</SourceLine>
        </Finding>
      )}
    </Loaded>
  );
}
