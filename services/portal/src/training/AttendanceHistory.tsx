import { Details } from '@digdir/designsystemet-react';
import { DataTable } from '../components/DataTable.js';
import { useLanguage } from '../language/useLanguage.js';
import type { GatheringAnswer } from './gathering-facts.js';

interface AttendanceHistoryProps {
  history: GatheringAnswer['history'];
  nameOf: (personId: string) => string;
}

/** What was corrected and made up, the newest first, with the reasons. */
export function AttendanceHistory({ history, nameOf }: AttendanceHistoryProps) {
  const { t, format } = useLanguage();
  return (
    <Details className="show-as-table">
      <Details.Summary>{t('training.history.title', { count: history.length })}</Details.Summary>
      <Details.Content>
        <DataTable
          caption={t('training.history.caption')}
          keyOf={({ personId, date, recordedAt }) => `${personId} ${date} ${recordedAt}`}
          rows={history}
          columns={[
            { id: 'person', head: t('training.person'), cell: ({ personId }) => nameOf(personId) },
            { id: 'date', head: t('training.attendance.day'), cell: ({ date }) => format.date(date) },
            { id: 'what', head: t('training.history.what'), cell: ({ what }) => t(`training.history.${what}`) },
            { id: 'note', head: t('training.reason'), cell: ({ note }) => <span className="wrapping-cell">{note ?? '–'}</span> },
            { id: 'at', head: t('training.history.at'), cell: ({ recordedAt }) => format.time(recordedAt) },
          ]}
        />
      </Details.Content>
    </Details>
  );
}
