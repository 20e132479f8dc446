/**
 * A field to type in with a list of what was found below it. Focus stays in the field: arrows walk the list, Enter takes
 * the marked one (the first, where none is marked), Escape empties the field.
 */
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import css from "./combobox.module.css";
import { TextField } from "./field.tsx";
import { Message } from "./message.tsx";

export interface ComboboxOption {
  id: string;
  label: string;
  /** A word beside the label, such as its kind. */
  note?: string;
}

interface Props {
  label: string;
  hint?: string | undefined;
  query: string;
  onQuery(query: string): void;
  options: ComboboxOption[];
  onChoose(id: string): void;
  /** How many were found, in words; shown when there is none, said when there are some. Null while not known. */
  found: string | null;
  /** Laid over something else: a field alone, whose label is only said and whose list floats. */
  over?: boolean;
}

/** Where the field stands low in a panel, what was found would lie below its edge. */
function scrollToSee(list: HTMLElement | null): void {
  list?.scrollIntoView({ block: "nearest" });
}

/** What stands in the field before it is drawn for the first time here. */
function typedBefore(id: string): string {
  if (typeof document === "undefined") return "";
  return document.getElementById(id)?.querySelector("input")?.value ?? "";
}

export function Combobox({ label, hint, query, onQuery, options, onChoose, found, over = false }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [marked, setMarked] = useState(-1);
  // Options may become fewer while the mark stands far down.
  const active = marked < options.length ? marked : -1;
  const listId = `${id}-list`;
  const optionId = (index: number) => `${id}-${index}`;
  const open = options.length > 0;
  // On a page that the server drew, somebody may have typed before the script came, which then draws the field empty.
  const [early] = useState(() => typedBefore(id));
  const take = useEffectEvent(() => {
    if (early !== "") onQuery(early);
  });
  useEffect(() => take(), []);

  const choose = (chosen: string) => {
    setMarked(-1);
    onChoose(chosen);
  };
  const press = (event: KeyboardEvent) => {
    const count = options.length;
    if (event.key === "ArrowDown" && open) setMarked((active + 1) % count);
    else if (event.key === "ArrowUp" && open) setMarked(active <= 0 ? count - 1 : active - 1);
    else if (event.key === "Enter" && query !== "") {
      const taken = options[Math.max(active, 0)];
      if (taken) choose(taken.id);
    } else if (event.key === "Escape" && query !== "") {
      onQuery("");
      setMarked(-1);
    } else return;
    // The key has done its work: it neither turns the page nor closes the panel around the field.
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={css.combobox} id={id}>
      <TextField
        label={over ? <span className="visually-hidden">{label}</span> : label}
        {...(over ? { placeholder: label } : { hint })}
        type="search"
        role="combobox"
        autoComplete="off"
        enterKeyHint="search"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        value={query}
        onChange={(event) => {
          setMarked(-1);
          onQuery(event.target.value);
        }}
        onKeyDown={press}
      />
      <p className="visually-hidden" role="status">
        {query === "" ? "" : found}
      </p>
      {query !== "" && found !== null && !open ? (
        <div className={over ? css.floating : undefined}>
          <Message>{found}</Message>
        </div>
      ) : null}
      {open ? (
        <div
          className={over ? `${css.list} ${css.floating}` : css.list}
          ref={scrollToSee}
          id={listId}
          role="listbox"
          aria-label={t("ui.suggestions")}
        >
          {options.map((option, index) => (
            // Reached by the arrows from the field, which keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={option.id}
              className={css.option}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(option.id)}
            >
              <span>{option.label}</span>
              {option.note ? <span className={css.note}>{option.note}</span> : null}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
