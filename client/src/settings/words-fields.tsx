/** A text in Swedish and English, and in the other languages of the product where somebody writes it. */
import type { Words } from "@trygg/shared/place/schema.ts";
import type { Language } from "@trygg/shared/language.ts";
import { useTranslation } from "react-i18next";
import { TextArea, TextField } from "../ui/field.tsx";
import css from "./settings.module.css";

interface Props {
  /** Of the text; each field adds its language. */
  label: string;
  words: Words;
  onWords(words: Words): void;
  languages: readonly Language[];
  /** Of its part of the value: `contacts.0.name`. */
  path: string;
  wrong(path: string): string | undefined;
  long?: boolean;
}

export const noWords: Words = { sv: "", en: "" };

/** Null where nothing is written in any language. */
export const orNothing = (words: Words): Words | null =>
  Object.values(words).every((text) => text === "") ? null : words;

const needed = ["sv", "en"];

export function WordsFields({ label, words, onWords, languages, path, wrong, long = false }: Props) {
  const { t } = useTranslation();
  const Field = long ? TextArea : TextField;
  const change = (tag: string, text: string) => {
    const { [tag]: _before, ...others } = words;
    // What is optional and empty is left out; Swedish and English keep their places.
    onWords({
      ...words,
      ...others,
      ...(text === "" && !needed.includes(tag) ? {} : { [tag]: text }),
    } as Words);
  };
  return (
    <div className={css.words}>
      {languages.map(({ tag, name }) => (
        <Field
          key={tag}
          label={t("settings.inLanguage", { label, language: name })}
          hint={needed.includes(tag) ? undefined : t("settings.optional")}
          lang={tag}
          maxLength={2000}
          value={words[tag] ?? ""}
          error={wrong(`${path}.${tag}`)}
          onChange={({ target }: { target: { value: string } }) => change(tag, target.value)}
        />
      ))}
    </div>
  );
}
