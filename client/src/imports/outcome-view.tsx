/** What came of a file: counts, what else is worth knowing, and the rejected rows with why. */
import type { ImportOutcome } from "@trygg/shared/imports/schema.ts";
import { useTranslation } from "react-i18next";
import css from "./outcome-view.module.css";
import { useTold } from "./use-told.ts";

const counted = ["read", "added", "changed", "unchanged", "rejected"] as const;
const MOST_SHOWN = 30;

export function OutcomeView({ outcome }: { outcome: ImportOutcome }) {
  const { t } = useTranslation();
  const told = useTold();
  const { rejections, rejected, notes } = outcome;
  const shown = rejections.slice(0, MOST_SHOWN);
  return (
    <>
      <dl className={css.counts}>
        {counted.map((count) => (
          <div key={count} data-some={outcome[count] > 0 || undefined} className={css[count]}>
            <dt>{t(`imports.counts.${count}`)}</dt>
            <dd>{outcome[count]}</dd>
          </div>
        ))}
      </dl>
      {shown.length > 0 ? (
        <table className={css.rejections}>
          <caption>{t("imports.rejections")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("imports.row")}</th>
              <th scope="col">{t("imports.what")}</th>
              <th scope="col">{t("imports.why")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((rejection) => (
              <tr key={rejection.row}>
                <td>{rejection.row}</td>
                <td>{rejection.what}</td>
                <td>{told(rejection)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {rejected > shown.length ? (
        <p className={css.more}>{t("imports.moreRejected", { count: rejected - shown.length })}</p>
      ) : null}
      <ul className={css.notes}>
        {notes.map((note) => (
          <li key={note.text}>{told(note)}</li>
        ))}
      </ul>
    </>
  );
}
