import { FigureTable, type TableColumn } from '../components/FigureTable.js';
import { Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { useLanguage } from '../language/useLanguage.js';
import { gatheringsFinding, scales } from './findings.js';
import type { PilotPage } from './pilot-page.js';

const described = ['number', 'targetGroup', 'phase', 'format'] as const;
const counted = ['invited', 'attended', 'evaluations'] as const;

export function Gatherings({ page }: { page: PilotPage }) {
  const { t, say, format } = useLanguage();
  const title = say(gatheringsFinding(page));
  const columns: TableColumn[] = [
    ...described.map((id) => column(id, t(`pilot.gatherings.${id}`), id === 'number' || id === 'phase')),
    ...counted.map((id) => column(id, t(`pilot.gatherings.${id}`), true)),
    ...scales.map((id) => column(id, t(`scale.${id}`), true)),
  ];
  return (
    <Finding title={title} dek={t('pilot.gatherings.dek')}>
      <FigureTable
        caption={title}
        rowHead={t('pilot.gatherings.date')}
        columns={columns}
        rows={page.gatherings.map((gathering) => ({
          id: gathering.gatheringId,
          head: format.dateRange(gathering.startsOn, gathering.endsOn),
          cells: [
            format.count(gathering.number),
            t(`targetGroup.${gathering.targetGroup}`),
            format.count(gathering.phase),
            t(`format.${gathering.format}`),
            { figure: gathering.invited, format: format.count },
            { figure: gathering.attended, format: format.count },
            { figure: gathering.evaluations, format: format.count },
            ...scales.map((scale) => ({ figure: gathering.means[scale], format: format.mean })),
          ],
        }))}
      />
      <SourceLine>{t('pilot.gatherings.source')}</SourceLine>
    </Finding>
  );
}

const column = (id: string, head: string, numeric: boolean): TableColumn => ({ id, head, numeric });
