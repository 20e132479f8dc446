/** A name in words with the address that it leads to. */
import type { Words } from "@trygg/shared/place/schema.ts";
import type { Language } from "@trygg/shared/language.ts";
import { useTranslation } from "react-i18next";
import { TextField } from "../ui/field.tsx";
import css from "./settings.module.css";
import { WordsFields } from "./words-fields.tsx";

interface Link {
  name: Words;
  url: string;
}

interface Props {
  title: string;
  link: Link;
  onLink(link: Link): void;
  languages: readonly Language[];
  path: string;
  wrong(path: string): string | undefined;
}

export function LinkFields({ title, link, onLink, languages, path, wrong }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={css.group}>
      <legend>{title}</legend>
      <WordsFields
        label={t("settings.name")}
        words={link.name}
        onWords={(name) => onLink({ ...link, name })}
        languages={languages}
        path={`${path}.name`}
        wrong={wrong}
      />
      <TextField
        type="url"
        label={t("settings.address")}
        value={link.url}
        error={wrong(`${path}.url`)}
        onChange={({ target }) => onLink({ ...link, url: target.value })}
      />
    </fieldset>
  );
}
