import type { getTrainers } from '@riggen/contracts';
import { useAnswer } from '../api/useAnswer.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { SelectField, TextField } from '../components/form/fields.js';
import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import type { Gathering, GatheringAnswer } from './gathering-facts.js';
import { usePersonNames } from './useNames.js';

interface GatheringTrainersProps {
  gathering: Gathering;
  trainers: GatheringAnswer['trainers'];
  nameOf: (personId: string) => string;
}

/** The trainers of a gathering with their travel days, and how one is booked or released. */
export function GatheringTrainers({ gathering, trainers, nameOf }: GatheringTrainersProps) {
  const { t } = useLanguage();
  const mayDo = useMayDo();
  const { gatheringId, status } = gathering;
  const open = status === 'planned' || status === 'published';
  return (
    <Finding title={t('training.booking.title', { count: trainers.length })} dek={t('training.booking.dek')}>
      {trainers.length > 0 && (
        <ul className="work-rows">
          {trainers.map(({ personId, days, travelDays }) => (
            <li key={personId}>
              <div>
                <p className="row-title">{nameOf(personId)}</p>
                <p className="row-text">{t('training.booking.days', { count: days.length, travel: travelDays.length })}</p>
              </div>
              {open && mayDo('training/release-trainer') && (
                <CommandForm
                  definition={{ service: 'training', name: 'release-trainer' }}
                  initial={{}}
                  commandOf={() => ({ trainerId: personId, gatheringId })}
                  submit={t('training.booking.release')}
                  variant="secondary"
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {open && mayDo('training/book-trainer') && mayDo('training/trainers') && <BookTrainer gathering={gathering} booked={trainers.map(({ personId }) => personId)} />}
    </Finding>
  );
}

function BookTrainer({ gathering: { gatheringId, startsOn, region }, booked }: { gathering: Gathering; booked: readonly string[] }) {
  const { t } = useLanguage();
  const year = Number(startsOn.slice(0, 4));
  const { data } = useAnswer<typeof getTrainers>({ service: 'training', name: 'trainers' }, { year, region: region ?? undefined, size: 200 });
  const free = (data?.items ?? []).filter(({ personId }) => !booked.includes(personId));
  const nameOf = usePersonNames(free.map(({ personId }) => personId));
  if (data && !free.length) return <p className="dek">{t('training.booking.nobody', { year })}</p>;
  return (
    <div className="form-below">
      <CommandForm<{ trainerId: string; before: string; after: string }>
        definition={{ service: 'training', name: 'book-trainer' }}
        initial={{ trainerId: '', before: '0', after: '0' }}
        commandOf={({ trainerId, before, after }) => ({ trainerId, gatheringId, travelDaysBefore: Number(before), travelDaysAfter: Number(after) })}
        fieldOf={(pointer) => ({ travelDaysBefore: 'before', travelDaysAfter: 'after' })[pointer.slice(2)] ?? pointer.slice(2)}
        submit={t('training.booking.submit')}
        done={t('training.booking.done')}
        variant="secondary"
      >
        <SelectField
          name="trainerId"
          label={t('training.trainer')}
          choices={free.map(({ personId, bookedDays, capacityDays }) => ({
            value: personId,
            label: t('training.booking.choice', { name: nameOf(personId), booked: bookedDays, capacity: capacityDays ?? '–' }),
          }))}
        />
        <div className="side-by-side">
          <TextField name="before" type="number" label={t('training.booking.before')} />
          <TextField name="after" type="number" label={t('training.booking.after')} />
        </div>
      </CommandForm>
    </div>
  );
}
