import { Label, Select } from '@digdir/designsystemet-react';
import { type ReactNode, useId } from 'react';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** One of the choices of a page; what is chosen lives in the address, so that a link shows the same. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <span className="choice">
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {options.map((option) => (
          <Select.Option key={option.value} value={option.value}>
            {option.label}
          </Select.Option>
        ))}
      </Select>
    </span>
  );
}

export function Choices({ children }: { children: ReactNode }) {
  return <div className="choices">{children}</div>;
}
