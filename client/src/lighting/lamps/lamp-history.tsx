/** What a lamp was before: when it changed, by which role or file, and what. The latest change can be taken back. */
import { useQuery } from "@tanstack/react-query";
import type { Lamp, StaffLamp } from "@trygg/shared/lighting/schema.ts";
import { Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { trpc } from "../../api.ts";
import { useTown } from "../../place/town.tsx";
import { Answer } from "../../ui/answer.tsx";
import { Button } from "../../ui/button.tsx";
import { useInstant } from "../../ui/instant.ts";
import { changedBetween } from "./lamp-draft.ts";
import { useLampWords } from "./lamp-words.ts";
import css from "./lamps.module.css";

interface Props {
  lamp: StaffLamp;
  /** Whoever may change it takes it back to what it was; not while something else is being written. */
  onUndo?: ((before: Lamp) => void) | undefined;
}

export function LampHistory({ lamp, onUndo }: Props) {
  const { t } = useTranslation();
  const { place } = useTown();
  const instant = useInstant(place.timeZone);
  const { toldOf } = useLampWords();
  const history = useQuery(trpc.lighting.lampHistory.queryOptions({ id: lamp.id }));
  return (
    <section className={css.history} aria-labelledby="lamp-history">
      <h3 id="lamp-history">{t("lamps.history.title")}</h3>
      <Answer to={history} lines={2}>
        {(changes) =>
          changes.length === 0 ? (
            <p className={css.text}>{t("lamps.history.none")}</p>
          ) : (
            <ol className={css.changes}>
              {changes.map(({ at, role, file, before }, index) => {
                const after = changes[index - 1]?.before ?? lamp;
                return (
                  <li key={at}>
                    <strong>{instant(at)}</strong>{" "}
                    {file
                      ? t("lamps.history.byFile", { file })
                      : t("lamps.history.by", {
                          role: role ? t(`desk.lens.${role}`) : t("lamps.history.gone"),
                        })}
                    <ul className={css.differences}>
                      {changedBetween(before, after).map((field) => (
                        <li key={field}>
                          {t("lamps.history.changed", {
                            field: t(`lamps.field.${field}`),
                            before: toldOf(before, field),
                            after: toldOf(after, field),
                          })}
                        </li>
                      ))}
                    </ul>
                    {index === 0 && onUndo ? (
                      <Button icon={<Undo2 aria-hidden="true" />} onClick={() => onUndo(before)}>
                        {t("lamps.history.undo")}
                      </Button>
                    ) : null}
                  </li>
                );
              })}
            </ol>
          )
        }
      </Answer>
    </section>
  );
}
