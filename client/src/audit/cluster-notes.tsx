/** Notes on people who opened many reports of one place. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { useNames, useTown } from "../place/town.tsx";
import { Answer } from "../ui/answer.tsx";
import { useInstant } from "../ui/instant.ts";
import css from "./audit.module.css";
import { useRoleWords } from "./role-words.ts";

export function ClusterNotes() {
  const { t } = useTranslation();
  const { place } = useTown();
  const names = useNames();
  const instant = useInstant(place.timeZone);
  const roleWords = useRoleWords();
  const notes = useQuery(trpc.audit.notes.queryOptions());
  return (
    <Answer to={notes} lines={2}>
      {(found) =>
        found.length === 0 ? (
          <p className={css.text}>{t("audit.notes.none")}</p>
        ) : (
          <ul className={css.list}>
            {found.map(({ id, at, name, role, area, looks, days }) => (
              <li key={id}>
                <p>
                  <strong>{name ?? t("audit.gone")}</strong> ({roleWords(role)})
                </p>
                <p>
                  {t("audit.notes.note", {
                    looks,
                    days,
                    area: area === null ? t("audit.notes.outside") : names.area(area),
                  })}
                </p>
                <p className={css.text}>{instant(at)}</p>
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  );
}
