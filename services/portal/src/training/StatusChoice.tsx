import { Chip, ValidationMessage } from '@digdir/designsystemet-react';
import { useFormContext } from 'react-hook-form';
import { useFieldId } from '../components/form/CommandForm.js';
import { useLanguage } from '../language/useLanguage.js';

export const statuses = ['attended', 'partial', 'absent'] as const;

interface StatusChoiceProps {
  /** The field of the form. */
  field: string;
  /** Whose attendance it is. */
  name: string;
  /** A choice for somebody whom it is not about, where there can be such; it is the one at first. */
  none?: string;
}

/** A person's attendance by large choices for a thumb; in a list of the class `attendance-list`. */
export function StatusChoice({ field, name, none }: StatusChoiceProps) {
  const { t } = useLanguage();
  const { register, getFieldState, getValues, formState } = useFormContext();
  const { error } = getFieldState(field, formState);
  // Where somebody may leave the list, what was chosen for them goes with them.
  const registered = register(field, { shouldUnregister: none !== undefined });
  return (
    <li>
      <fieldset id={useFieldId(field)}>
        <legend>{name}</legend>
        <div className="attendance-choices">
          {statuses.map((status) => (
            <Chip.Radio key={status} value={status} {...registered}>
              {t(`training.attendance.status.${status}`)}
            </Chip.Radio>
          ))}
          {none && (
            <Chip.Radio value="" defaultChecked={!getValues(field)} {...registered}>
              {none}
            </Chip.Radio>
          )}
        </div>
        {error && <ValidationMessage>{error.message}</ValidationMessage>}
      </fieldset>
    </li>
  );
}
