import { Checkbox, Field, Fieldset, Label, Radio, Select, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { useLanguage } from '../../language/useLanguage.js';
import { useFieldId } from './CommandForm.js';

interface FieldProps {
  name: string;
  label: string;
  description?: string;
  optional?: boolean;
}

export interface Choice {
  value: string;
  label: ReactNode;
}

/** From how many choices on they stand in columns. */
const manyChoices = 12;

/** The field's registration, its id and what is wrong with it. */
function useField(name: string, optional: boolean) {
  const { t } = useLanguage();
  const { register, getFieldState, formState } = useFormContext();
  const { error } = getFieldState(name, formState);
  const required = optional ? {} : { required: t('form.required') };
  return { id: useFieldId(name), error: error?.message, register: register(name, required) };
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'date' | 'datetime-local' | 'time' | 'number' | 'email' | 'tel' | 'url';
  multiline?: boolean;
}

export function TextField({ name, label, description, optional = false, type = 'text', multiline = false }: TextFieldProps) {
  const { t } = useLanguage();
  const { id, error, register } = useField(name, optional);
  const shared = { ...register, id, description, error, label: optional ? t('form.optional', { label }) : label };
  return multiline ? <Textfield {...shared} multiline rows={3} /> : <Textfield {...shared} type={type} />;
}

export function SelectField({ name, label, description, optional = false, choices }: FieldProps & { choices: readonly Choice[] }) {
  const { t } = useLanguage();
  const { id, error, register } = useField(name, optional);
  return (
    <Field>
      <Label htmlFor={id}>{optional ? t('form.optional', { label }) : label}</Label>
      {description && <Field.Description>{description}</Field.Description>}
      <Select id={id} {...register} aria-invalid={error ? true : undefined}>
        <Select.Option value="">{t('form.choose')}</Select.Option>
        {choices.map(({ value, label: text }) => (
          <Select.Option key={value} value={value}>
            {text}
          </Select.Option>
        ))}
      </Select>
      {error && <ValidationMessage>{error}</ValidationMessage>}
    </Field>
  );
}

export function RadioField({ name, label, description, optional = false, choices }: FieldProps & { choices: readonly Choice[] }) {
  const { id, error, register } = useField(name, optional);
  return (
    <Fieldset id={id}>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {description && <Fieldset.Description>{description}</Fieldset.Description>}
      {choices.map(({ value, label: text }) => (
        <Radio key={value} label={text} value={value} {...register} />
      ))}
      {error && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}

/** Any number of choices; at least one where they are `required`. */
export function CheckboxesField({ name, label, description, required = false, choices }: FieldProps & { required?: boolean; choices: readonly Choice[] }) {
  const { id, error, register } = useField(name, !required);
  return (
    <Fieldset id={id}>
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {description && <Fieldset.Description>{description}</Fieldset.Description>}
      <div className={choices.length > manyChoices ? 'choice-columns' : 'choice-list'}>
        {choices.map(({ value, label: text }) => (
          <Checkbox key={value} label={text} value={value} {...register} />
        ))}
      </div>
      {error && <ValidationMessage>{error}</ValidationMessage>}
    </Fieldset>
  );
}
