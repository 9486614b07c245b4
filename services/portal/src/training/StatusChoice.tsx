import { Chip, ValidationMessage } from '@digdir/designsystemet-react';
import { useController } from 'react-hook-form';
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
  const id = useFieldId(field);
  // Where somebody may leave the list, what was chosen for them goes with them.
  const { field: control, fieldState } = useController({ name: field, shouldUnregister: none !== undefined });
  const choice = (status: string, label: string) => (
    <Chip.Radio key={status} name={id} value={status} checked={(control.value ?? '') === status} onChange={() => control.onChange(status)} onBlur={control.onBlur}>
      {label}
    </Chip.Radio>
  );
  return (
    <li>
      <fieldset id={id}>
        <legend>{name}</legend>
        <div className="attendance-choices">
          {statuses.map((status) => choice(status, t(`training.attendance.status.${status}`)))}
          {none && choice('', none)}
        </div>
        {fieldState.error && <ValidationMessage>{fieldState.error.message}</ValidationMessage>}
      </fieldset>
    </li>
  );
}
