import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { ErrorNotice } from '../components/ErrorNotice.js';
import { Finding } from '../components/Section.js';
import { regions } from '../language/regions.js';
import { daysAfter, endOfDayInOslo, todayInOslo } from '../language/today.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMakeToken } from './useTokens.js';
import { rolesToGive, unitOf } from './units.js';

const daysAtFirst = 90;
const dayIn = (days: number) => daysAfter(todayInOslo(), days);

/** Makes a token for a program, and shows it once. */
export function MakeToken({ services }: { services: readonly { serviceId: string; name: string; region: string }[] }) {
  const { t } = useLanguage();
  const id = useId();
  const [values, setValues] = useState({ name: '', role: 'researcher', unit: 'nation', until: dayIn(daysAtFirst) });
  const make = useMakeToken();
  const set = (field: keyof typeof values) => (event: { target: { value: string } }) => setValues({ ...values, [field]: event.target.value });
  const send = () =>
    make.mutate({ name: values.name, grants: [{ role: values.role, unit: unitOf(values.unit) }], expiresAt: endOfDayInOslo(values.until).toISOString() });
  if (make.data) {
    return (
      <Finding title={t('administration.tokens.once')}>
        <div role="status">
          <p className="dek">{t('administration.tokens.newToken')}</p>
          <p className="secret-text">{make.data.token}</p>
        </div>
        <div className="actions">
          <Button
            variant="secondary"
            onClick={() => {
              make.reset();
              setValues({ ...values, name: '' });
            }}
          >
            {t('administration.tokens.copied')}
          </Button>
        </div>
      </Finding>
    );
  }
  const choose = (field: 'role' | 'unit', label: string, choices: readonly { value: string; label: string }[]) => (
    <Field>
      <Label htmlFor={`${id}-${field}`}>{label}</Label>
      <Select id={`${id}-${field}`} value={values[field]} onChange={set(field)}>
        {choices.map((choice) => (
          <Select.Option key={choice.value} value={choice.value}>
            {choice.label}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
  return (
    <Finding title={t('administration.tokens.makeTitle')} dek={t('administration.tokens.makeDek')}>
      <form
        className="command-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Textfield label={t('administration.tokens.what')} value={values.name} onChange={set('name')} required maxLength={100} autoComplete="off" />
        {choose('role', t('administration.tokens.role'), rolesToGive.map((value) => ({ value, label: t(`administration.role.${value}`) })))}
        {choose('unit', t('administration.tokens.unit'), [
          { value: 'nation', label: t('administration.roles.nation') },
          ...regions.map((value) => ({ value: `region ${value}`, label: t(`region.${value}`) })),
          ...services.map((one) => ({ value: `service ${one.region} ${one.serviceId}`, label: one.name })),
        ])}
        <Textfield label={t('administration.tokens.expires')} type="date" value={values.until} min={dayIn(1)} max={dayIn(365)} onChange={set('until')} required />
        {make.error && <ErrorNotice error={make.error} retry={send} />}
        <div className="actions">
          <Button type="submit" loading={make.isPending}>
            {t('administration.tokens.make')}
          </Button>
        </div>
      </form>
    </Finding>
  );
}
