import { Button, Details } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { CommandForm } from '../components/form/CommandForm.js';
import { SelectField, TextField } from '../components/form/fields.js';
import { DataTable } from '../components/DataTable.js';
import { useLanguage } from '../language/useLanguage.js';
import type { Gathering, Place } from './gathering-facts.js';
import { statuses } from './StatusChoice.js';
import { useCurricula } from './useCurricula.js';

type Recorded = Place['attendance'][number] & { personId: string; name: string };

interface CorrectAttendanceProps {
  gathering: Gathering;
  date: string;
  people: readonly Recorded[];
}

const shownAtFirst = 12;
/** Those who have something to make up first. */
const byStatus = (a: Recorded, b: Recorded): number => statuses.indexOf(b.status) - statuses.indexOf(a.status) || a.name.localeCompare(b.name, 'nb');

/** What is recorded of a day, and how it is corrected or made up: what was recorded first is kept. */
export function CorrectAttendance({ gathering: { gatheringId, moduleIds }, date, people }: CorrectAttendanceProps) {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  const { lecturesOf } = useCurricula();
  const lectures = lecturesOf(moduleIds);
  const missing = people.filter(({ status, madeUpBy }) => status !== 'attended' && !madeUpBy);
  const choices = (of: readonly Recorded[]) => of.map(({ personId, name }) => ({ value: personId, label: name }));
  const person = t('training.person');
  return (
    <>
      <h3 className="sub-heading">{t('training.attendance.recorded')}</h3>
      <DataTable
        caption={t('training.attendance.recorded')}
        keyOf={({ personId }) => personId}
        rows={all ? people : people.slice().sort(byStatus).slice(0, shownAtFirst)}
        columns={[
          { id: 'person', head: person, cell: ({ name }) => name },
          { id: 'status', head: t('training.attendance.statusHead'), cell: ({ status, madeUpBy }) => (madeUpBy ? t('training.attendance.madeUp') : t(`training.attendance.status.${status}`)) },
        ]}
      />
      {!all && people.length > shownAtFirst && (
        <div className="actions">
          <Button variant="secondary" onClick={() => setAll(true)}>
            {t('training.attendance.showAll', { count: people.length })}
          </Button>
        </div>
      )}
      <Details className="show-as-table">
        <Details.Summary>{t('training.correct.title')}</Details.Summary>
        <Details.Content>
          <CommandForm<{ personId: string; status: string; reason: string }>
            definition={{ service: 'training', name: 'correct-attendance' }}
            initial={{ personId: '', status: '', reason: '' }}
            commandOf={(values) => ({ gatheringId, date, ...values })}
            submit={t('training.correct.submit')}
            done={t('training.correct.done')}
            variant="secondary"
          >
            <SelectField name="personId" label={person} choices={choices(people)} />
            <SelectField name="status" label={t('training.correct.status')} choices={statuses.map((value) => ({ value, label: t(`training.attendance.status.${value}`) }))} />
            <TextField name="reason" label={t('training.reason')} description={t('training.noNames')} />
          </CommandForm>
        </Details.Content>
      </Details>
      {missing.length > 0 && lectures.length > 0 && (
        <Details className="show-as-table">
          <Details.Summary>{t('training.makeUp.title', { count: missing.length })}</Details.Summary>
          <Details.Content>
            <CommandForm<{ personId: string; lectureId: string }>
              definition={{ service: 'training', name: 'make-up-absence' }}
              initial={{ personId: '', lectureId: '' }}
              commandOf={(values) => ({ gatheringId, date, ...values })}
              submit={t('training.makeUp.submit')}
              done={t('training.makeUp.done')}
              variant="secondary"
            >
              <SelectField name="personId" label={person} choices={choices(missing)} />
              <SelectField name="lectureId" label={t('training.makeUp.lecture')} choices={lectures} />
            </CommandForm>
          </Details.Content>
        </Details>
      )}
    </>
  );
}
