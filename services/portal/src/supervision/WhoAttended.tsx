import { Button, Details, ValidationMessage } from '@digdir/designsystemet-react';
import { useFormContext } from 'react-hook-form';
import { useLanguage } from '../language/useLanguage.js';
import { StatusChoice } from '../training/StatusChoice.js';

interface WhoAttendedProps {
  people: readonly { personId: string; name: string }[];
  /** Those who were there, or should have been, the last time: they come first, and are present until something else is chosen. */
  members: readonly string[];
}

// A full stop would part the name of a field.
const nameOfPerson = (personId: string): string => personId.replaceAll('.', '~');
/** The field of a person's attendance, among the values of `status`. */
export const fieldOfPerson = (personId: string): string => `status.${nameOfPerson(personId)}`;
/** The people of a group as present, as the values of `status`. */
export const allPresent = (members: readonly string[]): Record<string, string> => Object.fromEntries(members.map((personId) => [nameOfPerson(personId), 'attended']));
/** Whose attendance is chosen, by the values of `status`. */
export const attendanceIn = (status: Record<string, string | null> = {}) =>
  Object.entries(status).flatMap(([name, chosen]) => (chosen ? [{ personId: name.replaceAll('~', '.'), status: chosen }] : []));

/** Who of a service attended: the group first, then the others, who are not with it until something is chosen for them. */
export function WhoAttended({ people, members }: WhoAttendedProps) {
  const { t } = useLanguage();
  const { register, getValues, getFieldState, formState, setValue } = useFormContext();
  register('attendance', { validate: () => people.some(({ personId }) => getValues(fieldOfPerson(personId))) || t('supervision.log.nobody') });
  const { error } = getFieldState('attendance', formState);
  const group = people.filter(({ personId }) => members.includes(personId));
  const first = group.length ? group : people;
  const others = people.filter((person) => !first.includes(person));
  const listOf = (some: typeof people) => (
    <ul className="attendance-list">
      {some.map(({ personId, name }) => (
        <StatusChoice key={personId} field={fieldOfPerson(personId)} name={name} none={t('supervision.log.notWith')} />
      ))}
    </ul>
  );
  if (!people.length) return <p className="note">{t('supervision.log.noneEmployed')}</p>;
  return (
    <div role="group" aria-label={t('supervision.log.who')}>
      <h3 className="sub-heading">{t('supervision.log.who')}</h3>
      {!group.length && (
        <div className="actions">
          <Button type="button" variant="secondary" onClick={() => people.forEach(({ personId }) => setValue(fieldOfPerson(personId), 'attended'))}>
            {t('training.attendance.all', { count: people.length })}
          </Button>
        </div>
      )}
      {listOf(first)}
      {others.length > 0 && (
        <Details className="show-as-table">
          <Details.Summary>{t('supervision.log.others', { count: others.length })}</Details.Summary>
          <Details.Content>{listOf(others)}</Details.Content>
        </Details>
      )}
      {error && <ValidationMessage role="alert">{error.message}</ValidationMessage>}
    </div>
  );
}
