/** Every language by its own name. Without script each is a link to the same page in that language. */
import { Languages } from "lucide-react";
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { changeLanguage } from "../i18n/load.ts";
import { useTown } from "../place/town.tsx";
import { writeChoice } from "../ui/cookie.ts";
import css from "./language-choice.module.css";

export function LanguageChoice({ path }: { path: string }) {
  const { t, i18n } = useTranslation();
  const { languages } = useTown();
  const details = useRef<HTMLDetailsElement>(null);
  const button = useRef<HTMLElement>(null);
  const close = () => details.current?.removeAttribute("open");

  const choose = (event: MouseEvent, tag: string) => {
    // With script the page changes in place and nothing that was chosen is lost.
    event.preventDefault();
    writeChoice("language", tag);
    void changeLanguage(i18n, tag);
    close();
    button.current?.focus();
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (!details.current?.contains(relatedTarget as Node | null)) close();
  };
  const escape = ({ key }: KeyboardEvent) => {
    if (key !== "Escape" || !details.current?.open) return;
    close();
    button.current?.focus();
  };
  return (
    <details ref={details} className={css.choice}>
      <summary ref={button} className={css.button} onBlur={leave} onKeyDown={escape}>
        <Languages aria-hidden="true" />
        <span className="visually-hidden">{t("frame.language")}: </span>
        <span className={css.word}>{t("language.name")}</span>
      </summary>
      <ul className={css.list}>
        {languages.map(({ tag, name, direction }) => (
          <li key={tag}>
            <a
              href={`${path}?language=${tag}`}
              lang={tag}
              dir={direction}
              hrefLang={tag}
              aria-current={tag === i18n.language ? "true" : undefined}
              onClick={(event) => choose(event, tag)}
              onBlur={leave}
              onKeyDown={escape}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
