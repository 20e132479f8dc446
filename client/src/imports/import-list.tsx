/** What was brought in earlier, by whom and how much of it was new. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { useDate } from "../ui/date.ts";
import { useErrorWords } from "../ui/error-words.ts";
import { Message, Waiting } from "../ui/message.tsx";
import css from "./import-panel.module.css";

export function ImportList() {
  const { t } = useTranslation();
  const date = useDate();
  const words = useErrorWords();
  const { data, error, isPending } = useQuery(trpc.imports.list.queryOptions());
  return (
    <section className={css.earlier}>
      <h3>{t("imports.earlier")}</h3>
      {isPending ? <Waiting label={t("ui.waiting")} /> : null}
      {error ? <Message tone="wrong">{words(error)}</Message> : null}
      {data?.length === 0 ? <p className={css.text}>{t("imports.none")}</p> : null}
      <ul className={css.list}>
        {data?.map(({ id, fileName, at, by, stored, read, rejected }) => (
          <li key={id}>
            <span className={css.name}>{fileName}</span>
            <span className={css.text}>
              {t("imports.entry", {
                date: date(at.slice(0, 10)),
                by: by ?? t("imports.operator"),
                stored,
                read,
                rejected,
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
