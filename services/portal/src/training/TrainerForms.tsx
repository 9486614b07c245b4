import { CommandForm } from '../components/form/CommandForm.js';
import { CheckboxesField, SelectField, TextField } from '../components/form/fields.js';
import { Finding } from '../components/Section.js';
import type { Region } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { ProgrammeAndModules } from './ProgrammeAndModules.js';

type People = readonly { value: string; label: string }[];

/** Sets how many days a trainer has for a region in a year. */
export function TrainerCapacity({ region, year, people }: { region: Region; year: number; people: People }) {
  const { t } = useLanguage();
  return (
    <Finding title={t('training.trainerCapacity.title')} dek={t('training.trainerCapacity.dek', { year, region: t(`region.${region}`) })}>
      <CommandForm<{ trainerId: string; days: string }>
        definition={{ service: 'training', name: 'set-trainer-capacity' }}
        initial={{ trainerId: '', days: '' }}
        commandOf={({ trainerId, days }) => ({ trainerId, region, year, days: Number(days) })}
        submit={t('training.trainerCapacity.submit')}
        done={t('training.trainerCapacity.done')}
        variant="secondary"
      >
        <WhoField people={people} />
        <TextField name="days" type="number" label={t('training.trainerCapacity.days')} />
      </CommandForm>
    </Finding>
  );
}

/** Sets what a trainer may teach. */
export function QualifyTrainer({ people }: { people: People }) {
  const { t } = useLanguage();
  return (
    <Finding title={t('training.qualify.title')} dek={t('training.qualify.dek')}>
      <CommandForm<{ trainerId: string; programmeId: string; moduleIds: string[]; earlier: string[] }>
        definition={{ service: 'training', name: 'qualify-trainer' }}
        initial={{ trainerId: '', programmeId: '', moduleIds: [], earlier: [] }}
        commandOf={({ trainerId, programmeId, moduleIds, earlier }) => ({ trainerId, programmeId, moduleIds: [moduleIds].flat(), earlier: [earlier].flat().length > 0 })}
        fieldOf={(pointer) => pointer.split('/')[1] ?? ''}
        submit={t('training.qualify.submit')}
        done={t('training.qualify.done')}
        variant="secondary"
      >
        <WhoField people={people} />
        <ProgrammeAndModules label={t('training.qualify.modules')} />
        <CheckboxesField name="earlier" label={t('training.qualify.earlierLabel')} choices={[{ value: 'yes', label: t('training.qualify.earlier') }]} />
      </CommandForm>
    </Finding>
  );
}

/** People by name where names may be seen; else by their key. */
function WhoField({ people }: { people: People }) {
  const { t } = useLanguage();
  return people.length ? (
    <SelectField name="trainerId" label={t('training.trainer')} choices={people} />
  ) : (
    <TextField name="trainerId" label={t('training.trainer')} description={t('training.personKey')} />
  );
}
