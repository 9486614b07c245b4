import { Link } from '@tanstack/react-router';
import { DataTable } from '../components/DataTable.js';
import { isRegion } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { freePlaces, type ListedGathering } from './gathering-facts.js';
import { useCurricula } from './useCurricula.js';

/** Gatherings in the order of their days, under the months that they begin in. */
export function GatheringTable({ gatherings }: { gatherings: readonly ListedGathering[] }) {
  const { t, format } = useLanguage();
  const { moduleName } = useCurricula();
  const months = [...new Set(gatherings.map(({ startsOn }) => startsOn.slice(0, 7)))];
  return months.map((month) => (
    <section key={month} className="month">
      <h2 className="sub-heading">{format.month(month)}</h2>
      <DataTable
        caption={t('training.list.caption', { month: format.month(month) })}
        keyOf={({ gatheringId }) => gatheringId}
        rows={gatherings.filter(({ startsOn }) => startsOn.startsWith(month))}
        columns={[
          {
            id: 'days',
            head: t('training.list.days'),
            cell: ({ gatheringId, startsOn, endsOn }) => (
              <Link to="/samlinger/$gatheringId" params={{ gatheringId }}>
                {format.dateRange(startsOn, endsOn)}
              </Link>
            ),
          },
          { id: 'modules', head: t('training.modules'), cell: ({ moduleIds }) => <span className="wrapping-cell">{moduleIds.map(moduleName).join(', ') || '–'}</span> },
          { id: 'where', head: t('training.list.where'), cell: (gathering) => whereOf(gathering) },
          { id: 'status', head: t('training.list.status'), cell: ({ status }) => t(`training.status.${status}`) },
          { id: 'placed', head: t('training.list.placed'), numeric: true, cell: ({ placed, capacity }) => (capacity === null ? '–' : `${format.count(placed)}/${format.count(capacity)}`) },
          { id: 'free', head: t('training.list.free'), numeric: true, cell: (gathering) => count(gathering.status === 'published' ? freePlaces(gathering) : undefined) },
          { id: 'waiting', head: t('training.list.waiting'), numeric: true, cell: ({ waiting }) => count(waiting || undefined) },
        ]}
      />
    </section>
  ));

  function count(value: number | undefined): string {
    return value === undefined ? '–' : format.count(value);
  }

  function whereOf({ days, region }: ListedGathering): string {
    const place = days[0]?.format === 'digital' ? t('training.format.digital') : days[0]?.place;
    return [place, isRegion(region) && t(`region.${region}`)].filter(Boolean).join(', ') || '–';
  }
}
