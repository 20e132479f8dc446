/** Which languages are offered, and in which order. Swedish stays: every other falls back to it. */
import { SOURCE } from "@trygg/shared/language-tag.ts";
import { useTranslation } from "react-i18next";
import { ListButtons, moved } from "../list-buttons.tsx";
import { Switch } from "../../ui/switch.tsx";
import type { FieldsProps } from "../fields-props.ts";
import css from "../settings.module.css";

export function LanguagesFields({ value, onValue, wrong, answer }: FieldsProps<"languages">) {
  const { t } = useTranslation();
  const chosen = value.languages ?? answer.languages.map(({ tag }) => tag);
  const nameOf = (tag: string) => answer.languages.find((each) => each.tag === tag)?.name ?? tag;
  const others = answer.languages.map(({ tag }) => tag).filter((tag) => !chosen.includes(tag));
  const change = (languages: string[]) => onValue({ languages });
  const move = (at: number, to: number) =>
    to >= 0 && to < chosen.length ? () => change(moved(chosen, at, to)) : undefined;
  return (
    <>
      <ul className={css.list}>
        {chosen.map((tag, index) => (
          <li key={tag} className={css.row}>
            <div className={css.line}>
              <span className={css.name} lang={tag}>
                {nameOf(tag)}
              </span>
              {index === 0 ? <span className={css.note}>{t("settings.languages.first")}</span> : null}
              <ListButtons
                name={nameOf(tag)}
                onUp={move(index, index - 1)}
                onDown={move(index, index + 1)}
                onRemove={tag === SOURCE ? undefined : () => change(chosen.filter((each) => each !== tag))}
              />
            </div>
          </li>
        ))}
      </ul>
      {others.map((tag) => (
        <Switch
          key={tag}
          label={t("settings.languages.offer", { name: nameOf(tag) })}
          on={false}
          onChange={() => change([...chosen, tag])}
        />
      ))}
      {wrong("languages") ? <p className={css.wrong}>{wrong("languages")}</p> : null}
    </>
  );
}
