/** A labelled form field with its hint and its error, tied together for screen readers. */
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from "react";
import css from "./field.module.css";

interface Common {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** False where the field gets the focus together with its error, and is read out with it. */
  alerts?: boolean | undefined;
}

export function TextField({
  label,
  hint,
  error,
  alerts,
  ...input
}: Common & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Frame {...{ label, hint, error, alerts }}>
      {(ids) => <input className={css.control} {...ids} {...input} />}
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  error,
  alerts,
  ...area
}: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Frame {...{ label, hint, error, alerts }}>
      {(ids) => <textarea className={css.control} {...ids} {...area} />}
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  error,
  alerts,
  children,
  ...select
}: Common & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Frame {...{ label, hint, error, alerts }}>
      {(ids) => (
        <select className={css.control} {...ids} {...select}>
          {children}
        </select>
      )}
    </Frame>
  );
}

interface Ids {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

function Frame({
  label,
  hint,
  error,
  alerts = true,
  children,
}: Common & { children: (ids: Ids) => ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(
    (each) => each !== null,
  );
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className={css.hint}>
          {hint}
        </p>
      ) : null}
      {children({
        id,
        "aria-describedby": described.join(" ") || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error ? (
        <p id={`${id}-error`} className={css.error} role={alerts ? "alert" : undefined}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
