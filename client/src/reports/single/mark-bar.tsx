/** What can be done with the reports that are chosen in the list. */
import { MOST_MARKED, type ReportRow } from "@trygg/shared/reports/marks.ts";
import { Check, Copy, Link2, Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Message } from "../../ui/message.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import css from "./single.module.css";
import type { Marking } from "./use-marking.ts";
import { useNewMeasure } from "./use-new-measure.ts";

interface Props {
  chosen: ReportRow[];
  marking: Marking;
  onDone(): void;
}

export function MarkBar({ chosen, marking, onDone }: Props) {
  const { t } = useTranslation();
  const [linking, setLinking] = useState(false);
  const beginMeasure = useNewMeasure();
  const [first] = chosen;
  if (!first) return null;
  const ids = chosen.map(({ id }) => id);
  const mark: Marking["mark"] = (of, note) => {
    marking.mark(of, note);
    onDone();
  };
  return (
    <section className={css.bar} aria-label={t("cases.chosen", { count: ids.length })}>
      <div className={css.head}>
        <strong role="status">{t("cases.chosen", { count: ids.length })}</strong>
        <Button look="quiet" icon={<X aria-hidden="true" />} onClick={onDone}>
          {t("cases.do.none")}
        </Button>
      </div>
      {ids.length > MOST_MARKED ? (
        <Message tone="wrong">{t("cases.tooMany", { most: MOST_MARKED })}</Message>
      ) : (
        <div className={css.buttons}>
          <Button icon={<Check aria-hidden="true" />} onClick={() => mark(ids, { seen: true })}>
            {t("cases.do.seen")}
          </Button>
          {ids.length > 1 ? (
            <Button
              icon={<Copy aria-hidden="true" />}
              onClick={() => mark(ids, { duplicateOf: originalOf(chosen).id })}
            >
              {t("cases.do.same")}
            </Button>
          ) : null}
          <Button icon={<Link2 aria-hidden="true" />} onClick={() => setLinking(true)}>
            {t("cases.do.link")}
          </Button>
          <Button icon={<Plus aria-hidden="true" />} onClick={() => beginMeasure(first, ids)}>
            {t("cases.do.measure")}
          </Button>
        </div>
      )}
      {linking ? (
        <LinkDialog
          count={ids.length}
          area={first.area}
          onLink={(measure) => {
            setLinking(false);
            mark(ids, { measure, linked: true });
          }}
          onClose={() => setLinking(false)}
        />
      ) : null}
    </section>
  );
}

/** The one that others already tell the same as, or else the first that came. */
export function originalOf(reports: ReportRow[]): ReportRow {
  const originals = reports.map(({ duplicateOf }) => duplicateOf);
  return reports.reduce((best, each) => {
    const [has, had] = [originals.includes(each.id), originals.includes(best.id)];
    if (has !== had) return has ? each : best;
    return each.receivedOn < best.receivedOn ? each : best;
  });
}
