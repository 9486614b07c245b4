import { todayInOslo } from '../language/today.js';
import type { Grant } from '@riggen/contracts';
import { useState } from 'react';
import { Choice } from '../components/Choices.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { CheckboxesField, SelectField, TextField } from '../components/form/fields.js';
import { Finding } from '../components/Section.js';
import { regions } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { useServices } from '../training/useNames.js';
import { levels } from './team-facts.js';

interface Values {
  name: string;
  region: string;
  services: string[];
  from: string;
}

/** Forms a team at the level of one's own unit, or below. */
export function FormTeam({ unit }: { unit: Grant['unit'] }) {
  const { t } = useLanguage();
  const open = levels.filter((one) => unit.level === 'nation' || (unit.level === 'region' ? one !== 'nation' : one === 'service'));
  const [level, setLevel] = useState(open[0] ?? 'service');
  const region = unit.level === 'nation' ? '' : unit.region;
  const { choices } = useServices(region || undefined);
  const own = 'service' in unit ? [unit.service] : [];
  const services = own.length ? choices.filter(({ value }) => own.includes(value)) : choices;
  return (
    <Finding title={t('team.form.title')} dek={t('team.form.dek')}>
      <div className="choices day-choice">
        <Choice label={t('team.form.level')} value={level} options={open.map((value) => ({ value, label: t(`team.level.${value}`) }))} onChange={setLevel} />
      </div>
      <CommandForm<Values>
        key={level}
        definition={{ service: 'rollout', name: 'form-team' }}
        initial={{ name: '', region, services: own, from: todayInOslo() }}
        commandOf={({ name, region: where, services: shared, from }, teamId) => ({
          ...{ teamId, name, from, members: [] },
          place: level === 'nation' ? { level } : level === 'region' ? { level, region: where } : { level, services: [shared].flat() },
        })}
        fieldOf={(pointer) => pointer.split('/').filter((part) => !/^(#|place|\d+)$/.test(part))[0] ?? ''}
        submit={t('team.form.submit')}
        done={t('team.form.done')}
      >
        <TextField name="name" label={t('team.rename.name')} />
        {level === 'region' && (
          <SelectField name="region" label={t('services.region')} choices={regions.filter((one) => !region || one === region).map((value) => ({ value, label: t(`region.${value}`) }))} />
        )}
        {level === 'service' && <CheckboxesField name="services" required label={t('team.rename.shared')} choices={services} />}
        <TextField name="from" type="date" label={t('team.form.from')} />
      </CommandForm>
    </Finding>
  );
}
