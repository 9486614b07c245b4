import { CommandForm } from '../components/form/CommandForm.js';
import { SelectField, TextField } from '../components/form/fields.js';
import { regions } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { numbersIn } from './numbers-in.js';

interface Values {
  name: string;
  kind: string;
  municipalityNumbers: string;
  districtNumbers: string;
  region: string;
}

const kinds = ['municipal', 'intermunicipal', 'district'] as const;

/** Registers a service by hand; many at once come from a file. */
export function RegisterService() {
  const { t } = useLanguage();
  return (
    <CommandForm<Values>
      definition={{ service: 'rollout', name: 'register-service-unit' }}
      initial={{ name: '', kind: '', municipalityNumbers: '', districtNumbers: '', region: '' }}
      commandOf={({ name, kind, municipalityNumbers, districtNumbers, region }, serviceId) => ({
        ...{ serviceId, name, kind, region, municipalityNumbers: numbersIn(municipalityNumbers) },
        ...(districtNumbers.trim() && { districtNumbers: numbersIn(districtNumbers) }),
      })}
      fieldOf={(pointer) => pointer.split('/')[1] ?? ''}
      submit={t('services.register.submit')}
      done={t('services.register.done')}
    >
      <TextField name="name" label={t('services.name')} />
      <div className="side-by-side">
        <SelectField name="kind" label={t('services.kind')} choices={kinds.map((value) => ({ value, label: t(`services.kinds.${value}`) }))} />
        <SelectField name="region" label={t('services.region')} choices={regions.map((value) => ({ value, label: t(`region.${value}`) }))} />
      </div>
      <TextField name="municipalityNumbers" label={t('services.municipalityNumbers')} description={t('services.numbersText')} />
      <TextField name="districtNumbers" label={t('services.districtNumbers')} optional />
    </CommandForm>
  );
}
