/** An on–off switch with its label; the whole row can be pressed. */
import { type ReactNode, useId } from "react";
import css from "./switch.module.css";

interface Props {
  label: ReactNode;
  on: boolean;
  onChange(on: boolean): void;
  /** Shown between switch and label, for example the colour of a layer. */
  mark?: ReactNode;
}

export function Switch({ label, on, onChange, mark }: Props) {
  const id = useId();
  return (
    <label className={css.row} htmlFor={id}>
      {mark}
      <span className={css.label}>{label}</span>
      <input
        id={id}
        className={css.input}
        type="checkbox"
        role="switch"
        checked={on}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
