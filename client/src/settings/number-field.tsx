/** A number as somebody types it; while there is none, the value is not a number and told as missing. */
import type { ReactNode } from "react";
import { TextField } from "../ui/field.tsx";

interface Props {
  label: ReactNode;
  hint?: ReactNode;
  value: number;
  step: number;
  error: string | undefined;
  onValue(value: number): void;
}

export function NumberField({ value, onValue, ...field }: Props) {
  return (
    <TextField
      type="number"
      inputMode="decimal"
      value={Number.isNaN(value) ? "" : value}
      onChange={({ target }) => onValue(target.valueAsNumber)}
      {...field}
    />
  );
}

interface OptionalProps extends Omit<Props, "value" | "onValue"> {
  value: number | null;
  onValue(value: number | null): void;
}

/** One that may be left empty. */
export function OptionalNumberField({ value, onValue, ...field }: OptionalProps) {
  return (
    <NumberField
      value={value ?? NaN}
      onValue={(typed) => onValue(Number.isNaN(typed) ? null : typed)}
      {...field}
    />
  );
}
