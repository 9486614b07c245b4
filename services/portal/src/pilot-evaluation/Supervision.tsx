import { ShareBar } from '../components/BarRows.js';
import { FigureTable, type TableColumn } from '../components/FigureTable.js';
import { Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { useFigureText } from '../components/useFigureText.js';
import type { PublishedFigure } from '../figures/published-figure.js';
import { useLanguage } from '../language/useLanguage.js';
import { supervisionFinding } from './findings.js';
import type { PilotPage } from './pilot-page.js';

/** One row a group; the bars only repeat the shares beside them. */
export function Supervision({ page }: { page: PilotPage }) {
  const { t, say, format } = useLanguage();
  const { bareN } = useFigureText();
  const title = say(supervisionFinding(page));
  const shareCell = (figure: PublishedFigure) => ({
    figure,
    format: format.percent,
    bar: <ShareBar figure={figure} />,
  });
  const skills = t('pilot.supervision.skillsPractised');
  const attendance = t('pilot.supervision.attendance');
  const columns: TableColumn[] = [
    text('targetGroup', t('pilot.gatherings.targetGroup')),
    number('phase', t('pilot.gatherings.phase')),
    number('sessions', t('pilot.supervision.sessions')),
    number('hours', t('pilot.supervision.hours')),
    ...share('skills', skills),
    ...share('attendance', attendance),
  ];
  return (
    <Finding title={title} dek={t('pilot.supervision.dek')}>
      <FigureTable
        caption={title}
        rowHead={t('pilot.supervision.group')}
        columns={columns}
        rows={page.supervision.map((group) => ({
          id: group.groupId,
          head: group.groupId,
          cells: [
            t(`targetGroup.${group.targetGroup}`),
            format.count(group.phase),
            format.count(group.sessions),
            format.decimal(group.hours),
            shareCell(group.skillsPractised),
            bareN(group.skillsPractised),
            shareCell(group.attendance),
            bareN(group.attendance),
          ],
        }))}
      />
      <SourceLine>{t('pilot.supervision.source')}</SourceLine>
    </Finding>
  );
}

const text = (id: string, head: string): TableColumn => ({ id, head });
const number = (id: string, head: string): TableColumn => ({ id, head, numeric: true });

const share = (id: string, head: string): TableColumn[] => [number(id, head), number(`${id}-n`, 'n')];
