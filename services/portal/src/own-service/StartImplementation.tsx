import { CommandForm } from '../components/form/CommandForm.js';
import { TextField } from '../components/form/fields.js';
import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';

export interface ImplementationOf {
  serviceId: string;
  programmeId: string;
}

/** What will be here when the service begins, and how it begins. */
export function StartImplementation({ of, today, mayStart }: { of: ImplementationOf; today: string; mayStart: boolean }) {
  const { t } = useLanguage();
  return (
    <Finding title={t('ownService.start.title')} dek={t('ownService.start.dek')}>
      {mayStart && (
        <CommandForm<{ startedOn: string }>
          definition={{ service: 'rollout', name: 'start-implementation' }}
          initial={{ startedOn: today }}
          commandOf={({ startedOn }) => ({ ...of, startedOn })}
          submit={t('ownService.start.submit')}
        >
          <TextField name="startedOn" type="date" label={t('ownService.start.from')} />
        </CommandForm>
      )}
    </Finding>
  );
}
