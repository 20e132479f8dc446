/** Somebody else has saved the same measure since it was opened: theirs beside mine, and a choice between them. */
import type { Measure } from "@trygg/shared/measures/schema.ts";
import { useTranslation } from "react-i18next";
import { useNames } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { Message } from "../ui/message.tsx";
import { type MeasureDraft, type MeasureField, changeOf, differing, rebase } from "./measure-draft.ts";
import css from "./measure-form.module.css";

interface Props {
  draft: MeasureDraft;
  theirs: Measure;
  onResolve(draft: MeasureDraft): void;
}

export function MeasureConflict({ draft, theirs, onResolve }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const date = useDate();
  const mine = rebase(draft, theirs);
  const rows = differing(mine.opened, mine.fields);
  const told = (fields: MeasureDraft["fields"], field: MeasureField): string => {
    switch (field) {
      case "kind":
        return t(`measures.kind.${fields.kind}`);
      case "state":
        return t(`measures.state.${fields.state}`);
      case "area":
        return names.area(fields.area);
      case "where":
        return t(fields.where ? "measures.conflict.placed" : "measures.conflict.wholeArea");
      case "from":
      case "to":
        return fields[field] ? date(fields[field]) : "–";
      default:
        return fields[field] || "–";
    }
  };
  return (
    <Message tone="wrong">
      <p>{t("measures.conflict.text")}</p>
      {rows.length > 0 ? (
        <table className={css.conflict}>
          <thead>
            <tr>
              <th scope="col">{t("measures.conflict.field")}</th>
              <th scope="col">{t("measures.conflict.theirs")}</th>
              <th scope="col">{t("measures.conflict.mine")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((field) => (
              <tr key={field}>
                <th scope="row">{t(`measures.form.${field}`)}</th>
                <td>{told(mine.opened, field)}</td>
                <td>{told(mine.fields, field)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <div className={css.buttons}>
        <Button onClick={() => onResolve(changeOf(theirs))}>{t("measures.conflict.takeTheirs")}</Button>
        {rows.length > 0 ? (
          <Button onClick={() => onResolve(mine)}>{t("measures.conflict.keepMine")}</Button>
        ) : null}
      </div>
    </Message>
  );
}
