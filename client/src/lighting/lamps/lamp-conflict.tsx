/** Somebody else has saved the same lamp since it was opened: theirs beside mine, and a choice between them. */
import type { StaffLamp } from "@trygg/shared/lighting/schema.ts";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { FiguresTable } from "../../ui/figures-table.tsx";
import { Message } from "../../ui/message.tsx";
import { type LampDraft, changeOf, differing, rebase } from "./lamp-draft.ts";
import { useLampWords } from "./lamp-words.ts";
import css from "./lamps.module.css";

interface Props {
  draft: LampDraft;
  theirs: StaffLamp;
  onResolve(draft: LampDraft): void;
}

export function LampConflict({ draft, theirs, onResolve }: Props) {
  const { t } = useTranslation();
  const { told } = useLampWords();
  const mine = rebase(draft, theirs);
  const rows = differing(mine.opened, mine.fields);
  return (
    <Message tone="wrong">
      <FiguresTable
        caption={t("lamps.conflict.text")}
        corner={t("lamps.conflict.field")}
        columns={[{ label: t("lamps.conflict.theirs") }, { label: t("lamps.conflict.mine") }]}
        rows={rows.map((field) => ({
          label: t(`lamps.field.${field}`),
          figures: [told(mine.opened, field), told(mine.fields, field)],
        }))}
      />
      <div className={css.buttons}>
        <Button onClick={() => onResolve(changeOf(theirs))}>{t("lamps.conflict.takeTheirs")}</Button>
        {rows.length > 0 ? (
          <Button onClick={() => onResolve(mine)}>{t("lamps.conflict.keepMine")}</Button>
        ) : null}
      </div>
    </Message>
  );
}
