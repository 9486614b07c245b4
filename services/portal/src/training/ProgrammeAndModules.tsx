import { useFormContext, useWatch } from 'react-hook-form';
import { CheckboxesField, SelectField } from '../components/form/fields.js';
import { useLanguage } from '../language/useLanguage.js';
import { useCurricula } from './useCurricula.js';

interface ProgrammeAndModulesProps {
  /** What the modules are chosen for. */
  label: string;
  /** Whether the programme is given, and not chosen. */
  fixed?: boolean;
  /** Whether at least one module must be chosen. */
  required?: boolean;
}

/** A programme and some of its modules, in the fields `programmeId` and `moduleIds`. */
export function ProgrammeAndModules({ label, fixed = false, required = false }: ProgrammeAndModulesProps) {
  const { t } = useLanguage();
  const { control } = useFormContext<{ programmeId: string; moduleIds: string[] }>();
  const programmeId = useWatch({ control, name: 'programmeId' });
  const { programmes, newest, titleOf } = useCurricula();
  const modules = newest.find((one) => one.programmeId === programmeId)?.modules ?? [];
  return (
    <>
      {!fixed && <SelectField name="programmeId" label={t('training.programme')} choices={programmes} />}
      {modules.length > 0 && (
        <CheckboxesField key={programmeId} name="moduleIds" label={label} required={required} choices={modules.map(({ moduleId, title }) => ({ value: moduleId, label: titleOf(title, moduleId) }))} />
      )}
    </>
  );
}
