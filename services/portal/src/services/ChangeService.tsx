import { CommandForm } from '../components/form/CommandForm.js';
import { SelectField, TextField } from '../components/form/fields.js';
import { Columns, Finding } from '../components/Section.js';
import { regions } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { numbersIn } from './numbers-in.js';

/** What can change in a service from a day on: its name, places and region, and that it carries on others. */
export function ChangeService({ serviceId, name: nameNow }: { serviceId: string; name: string }) {
  const { t } = useLanguage();
  return (
    <Columns>
      <Finding title={t('services.change.title')} dek={t('services.change.dek')}>
        <CommandForm<{ from: string; name: string; municipalityNumbers: string; region: string }>
          definition={{ service: 'rollout', name: 'change-service-unit' }}
          initial={{ from: '', name: nameNow, municipalityNumbers: '', region: '' }}
          commandOf={({ from, name, municipalityNumbers, region }) => ({
            ...{ serviceId, from },
            ...(name && name !== nameNow && { name }),
            ...(municipalityNumbers.trim() && { municipalityNumbers: numbersIn(municipalityNumbers) }),
            ...(region && { region }),
          })}
          fieldOf={(pointer) => pointer.split('/')[1] ?? ''}
          submit={t('services.change.submit')}
          done={t('services.change.done')}
        >
          <TextField name="from" type="date" label={t('services.change.from')} />
          <TextField name="name" label={t('services.name')} optional />
          <TextField name="municipalityNumbers" label={t('services.municipalityNumbers')} description={t('services.numbersText')} optional />
          <SelectField name="region" label={t('services.region')} optional choices={regions.map((value) => ({ value, label: t(`region.${value}`) }))} />
        </CommandForm>
      </Finding>
      <Finding title={t('services.merge.title')} dek={t('services.merge.dek')}>
        <CommandForm<{ from: string; predecessors: string }>
          definition={{ service: 'rollout', name: 'merge-service-units' }}
          initial={{ from: '', predecessors: '' }}
          commandOf={({ from, predecessors }) => ({ serviceId, from, predecessors: numbersIn(predecessors) })}
          fieldOf={(pointer) => pointer.split('/')[1] ?? ''}
          submit={t('services.merge.submit')}
          done={t('services.merge.done')}
        >
          <TextField name="from" type="date" label={t('services.change.from')} />
          <TextField name="predecessors" label={t('services.merge.predecessors')} description={t('services.merge.predecessorsText')} />
        </CommandForm>
      </Finding>
    </Columns>
  );
}
