import { useState } from 'react';
import { CommandForm } from '../components/form/CommandForm.js';
import { SelectField, TextField } from '../components/form/fields.js';
import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';

const positionRoles = ['caseworker', 'supervisor', 'leader', 'investigator', 'other'] as const;

/** Somebody new: first who it is, then the position. Each step is saved by itself, so that nothing typed is lost. */
export function EmployPerson({ serviceId, today }: { serviceId: string; today: string }) {
  const { t } = useLanguage();
  const [personId, setPersonId] = useState(() => crypto.randomUUID() as string);
  const [known, setKnown] = useState<string>();
  if (known) {
    return (
      <Finding title={t('services.employ.positionTitle')} dek={t('services.employ.positionDek')}>
        <CommandForm<{ role: string; from: string; percentage: string }>
          definition={{ service: 'rollout', name: 'open-position' }}
          initial={{ role: 'caseworker', from: today, percentage: '100' }}
          commandOf={({ role, from, percentage }, positionId) => ({
            ...{ positionId, serviceId, personId: known, role, from },
            ...(percentage && { percentage: Number(percentage) }),
          })}
          submit={t('services.employ.submitPosition')}
          onDone={() => {
            setKnown(undefined);
            setPersonId(crypto.randomUUID());
          }}
        >
          <SelectField name="role" label={t('services.staffList.role')} choices={positionRoles.map((value) => ({ value, label: t(`services.roles.${value}`) }))} />
          <div className="side-by-side">
            <TextField name="from" type="date" label={t('services.staffList.from')} />
            <TextField name="percentage" type="number" label={t('services.employ.percentage')} optional />
          </div>
        </CommandForm>
      </Finding>
    );
  }
  return (
    <Finding title={t('services.employ.title')} dek={t('services.employ.dek')}>
      <CommandForm<{ name: string; workEmail: string; workPhone: string; language: string }>
        definition={{ service: 'rollout', name: 'make-person-known' }}
        initial={{ name: '', workEmail: '', workPhone: '', language: 'nb' }}
        commandOf={({ name, workEmail, workPhone, language }) => ({ personId, serviceId, name, workEmail, language, ...(workPhone && { workPhone }) })}
        submit={t('services.employ.submit')}
        onDone={() => setKnown(personId)}
      >
        <TextField name="name" label={t('services.employ.name')} />
        <div className="side-by-side">
          <TextField name="workEmail" type="email" label={t('services.employ.workEmail')} />
          <TextField name="workPhone" type="tel" label={t('services.employ.workPhone')} optional />
        </div>
        <SelectField
          name="language"
          label={t('services.employ.language')}
          choices={[{ value: 'nb', label: 'Bokmål' }, { value: 'nn', label: 'Nynorsk' }, { value: 'en', label: 'English' }]}
        />
      </CommandForm>
    </Finding>
  );
}
