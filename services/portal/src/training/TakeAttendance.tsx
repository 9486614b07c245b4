import { Button } from '@digdir/designsystemet-react';
import { useFormContext } from 'react-hook-form';
import { CommandForm } from '../components/form/CommandForm.js';
import { useLanguage } from '../language/useLanguage.js';
import { StatusChoice } from './StatusChoice.js';

interface Person {
  personId: string;
  name: string;
}

interface TakeAttendanceProps {
  gatheringId: string;
  date: string;
  people: readonly Person[];
}

/** A list to walk through with a thumb: each person with three large choices. Who has none chosen is left for later. */
export function TakeAttendance({ gatheringId, date, people }: TakeAttendanceProps) {
  const { t } = useLanguage();
  const chosen = (status: readonly (string | null)[]) => people.flatMap(({ personId }, index) => (status[index] ? [{ personId, status: status[index] }] : []));
  return (
    <CommandForm<{ status: (string | null)[] }>
      definition={{ service: 'training', name: 'record-day-attendance' }}
      initial={{ status: people.map(() => '') }}
      commandOf={({ status }) => ({ gatheringId, date, people: chosen(status) })}
      fieldOf={() => ''}
      submit={t('training.attendance.submit')}
      done={t('training.attendance.done')}
    >
      <AllPresent count={people.length} />
      <ul className="attendance-list">
        {people.map((person, index) => (
          <StatusChoice key={person.personId} field={`status.${index}`} name={person.name} />
        ))}
      </ul>
    </CommandForm>
  );
}

function AllPresent({ count }: { count: number }) {
  const { t } = useLanguage();
  const { setValue } = useFormContext();
  return (
    <div className="actions">
      <Button variant="secondary" onClick={() => Array.from({ length: count }, (_, index) => setValue(`status.${index}`, 'attended'))}>
        {t('training.attendance.all', { count })}
      </Button>
    </div>
  );
}
