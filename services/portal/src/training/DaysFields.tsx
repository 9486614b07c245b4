import { Button } from '@digdir/designsystemet-react';
import type { GatheringDay } from '@riggen/contracts';
import { useFieldArray } from 'react-hook-form';
import { SelectField, TextField } from '../components/form/fields.js';
import { useLanguage } from '../language/useLanguage.js';

/** The days of a gathering as a form holds them: each with its hours, all in one place. */
export interface DaysValues {
  days: { date: string; from: string; to: string }[];
  format: string;
  place: string;
  link: string;
}

const mostDays = 31;
const oneDay = { date: '', from: '09:00', to: '15:00' };
export const noDays: DaysValues = { days: [oneDay], format: 'physical', place: '', link: '' };

/** The days as a command says them. */
export const daysOf = ({ days, format, place, link }: DaysValues): GatheringDay[] =>
  days.map((day) => ({ ...day, format: format as GatheringDay['format'], ...(place && { place }), ...(link && { link }) }));

/** What the fields begin with when a gathering has its days already. */
export const daysValuesOf = (days: readonly { date: string; from: string | null; to: string | null; format: string; place: string | null; link: string | null }[]): DaysValues => ({
  days: days.map(({ date, from, to }) => ({ date, from: from ?? oneDay.from, to: to ?? oneDay.to })),
  format: days[0]?.format ?? 'physical',
  place: days[0]?.place ?? '',
  link: days[0]?.link ?? '',
});

/** Which field of the form a pointer into `days` means: place and link are one field for all days. */
export const daysFieldOf = (pointer: string): string => {
  const field = pointer.replace(/^#\//, '').replaceAll('/', '.');
  return /^days\.\d+\.(format|place|link)$/.exec(field)?.[1] ?? (field === 'days' ? 'days.0.date' : field);
};

export function DaysFields() {
  const { t } = useLanguage();
  const { fields, append, remove } = useFieldArray<DaysValues>({ name: 'days' });
  return (
    <>
      {fields.map(({ id }, index) => (
        <div key={id} className="side-by-side day-fields">
          <TextField name={`days.${index}.date`} type="date" label={t('training.days.day', { number: index + 1 })} />
          <TextField name={`days.${index}.from`} type="time" label={t('training.days.from')} />
          <TextField name={`days.${index}.to`} type="time" label={t('training.days.to')} />
        </div>
      ))}
      <div className="actions">
        {fields.length < mostDays && (
          <Button variant="secondary" onClick={() => append(oneDay)}>
            {t('training.days.add')}
          </Button>
        )}
        {fields.length > 1 && (
          <Button variant="tertiary" onClick={() => remove(fields.length - 1)}>
            {t('training.days.remove')}
          </Button>
        )}
      </div>
      <div className="side-by-side">
        <SelectField name="format" label={t('training.days.format')} choices={(['physical', 'digital'] as const).map((value) => ({ value, label: t(`training.format.${value}`) }))} />
        <TextField name="place" label={t('training.days.place')} optional />
        <TextField name="link" type="url" label={t('training.days.link')} optional />
      </div>
    </>
  );
}
