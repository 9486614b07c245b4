import { CommandForm } from '../components/form/CommandForm.js';
import { SelectField, TextField } from '../components/form/fields.js';
import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';

interface EndPositionProps {
  positions: readonly { positionId: string; ownerServiceId: string; name: string }[];
}

/** Records the last day of somebody who leaves. */
export function EndPosition({ positions }: EndPositionProps) {
  const { t } = useLanguage();
  return (
    <Finding title={t('services.end.title')} dek={t('services.end.dek')}>
      <CommandForm<{ positionId: string; to: string }>
        definition={{ service: 'rollout', name: 'end-position' }}
        initial={{ positionId: '', to: '' }}
        commandOf={({ positionId, to }) => ({ positionId, serviceId: positions.find((one) => one.positionId === positionId)?.ownerServiceId, to })}
        submit={t('services.end.submit')}
        done={t('services.end.done')}
      >
        <SelectField name="positionId" label={t('services.staffList.person')} choices={positions.map(({ positionId, name }) => ({ value: positionId, label: name }))} />
        <TextField name="to" type="date" label={t('services.end.lastDay')} />
      </CommandForm>
    </Finding>
  );
}
