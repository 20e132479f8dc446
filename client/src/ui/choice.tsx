/** One choice among a few, or several among many, as a row of buttons that are really radios or checkboxes. */
import { type KeyboardEvent, type ReactNode, useId } from "react";
import css from "./choice.module.css";
import { walk } from "./walk.ts";

export interface Option<T extends string> {
  value: T;
  label: ReactNode;
  icon?: ReactNode;
}

interface Shared<T extends string> {
  legend: ReactNode;
  hideLegend?: boolean;
  /** Name of the form field; without one, a name of its own. */
  name?: string;
  options: readonly Option<NoInfer<T>>[];
  look?: "row" | "tiles" | "segments";
  hint?: ReactNode;
  error?: ReactNode;
}

interface OneProps<T extends string> extends Shared<T> {
  value: T | null;
  onChange: (value: NoInfer<T>) => void;
}

interface ManyProps<T extends string> extends Shared<T> {
  values: readonly T[];
  onChange: (values: NoInfer<T>[]) => void;
  /** No more than this many at once. */
  most?: number;
}

export function ChooseOne<T extends string>({ value, onChange, ...shared }: OneProps<T>) {
  return (
    <Frame<T>
      {...shared}
      type="radio"
      isOn={(each) => each === value}
      isOff={() => false}
      toggle={(each) => onChange(each)}
    />
  );
}

export function ChooseMany<T extends string>({ values, onChange, most = Infinity, ...shared }: ManyProps<T>) {
  return (
    <Frame<T>
      {...shared}
      type="checkbox"
      isOn={(each) => values.includes(each)}
      isOff={(each) => values.length >= most && !values.includes(each)}
      toggle={(each, on) => onChange(on ? [...values, each] : values.filter((other) => other !== each))}
    />
  );
}

interface FrameProps<T extends string> extends Shared<T> {
  type: "radio" | "checkbox";
  isOn(value: T): boolean;
  isOff(value: T): boolean;
  toggle(value: T, on: boolean): void;
}

function Frame<T extends string>(props: FrameProps<T>) {
  const { legend, hideLegend = false, options, look = "row", hint, error, type, isOn, isOff, toggle } = props;
  const ownName = useId();
  const name = props.name ?? ownName;
  return (
    <fieldset className={css.field} aria-describedby={error ? `${ownName}-error` : undefined}>
      <legend className={hideLegend ? "visually-hidden" : css.legend}>{legend}</legend>
      {hint ? <p className={css.hint}>{hint}</p> : null}
      <div className={css[look]}>
        {options.map(({ value, label, icon }) => (
          <label key={value} className={css.option}>
            <input
              type={type}
              name={name}
              value={value}
              checked={isOn(value)}
              disabled={isOff(value)}
              aria-invalid={error ? true : undefined}
              onChange={(event) => toggle(value, event.target.checked)}
              onKeyDown={type === "checkbox" ? walkOfSameName : undefined}
            />
            <span className={css.face}>
              {icon}
              <span>{label}</span>
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${ownName}-error`} className={css.error}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

/** As the browser lets the arrow keys walk among radios of one name, over groups; each is a stop of the Tab key as well. */
function walkOfSameName(event: KeyboardEvent<HTMLInputElement>): void {
  const { name } = event.currentTarget;
  const all = [...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:enabled`)];
  const shown = all.filter((each) => each.checkVisibility());
  const to = walk(event.key, shown.indexOf(event.currentTarget), shown.length);
  if (to === null) return;
  event.preventDefault();
  shown[to]?.focus();
}
