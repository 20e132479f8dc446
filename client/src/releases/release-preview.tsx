/** What a release would change for everybody, before it is published. */
import { useQuery } from "@tanstack/react-query";
import type { MinuteClass, VoiceClass } from "@trygg/shared/releases/rule.ts";
import { voiceClasses } from "@trygg/shared/releases/rule.ts";
import type { ReleaseKind } from "@trygg/shared/releases/schema.ts";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { useNames } from "../place/town.tsx";
import { Answer, Failure } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { Dialog, DialogButtons } from "../ui/dialog.tsx";
import { useClassWords } from "./class-words.ts";
import { AttackView, givesAway } from "./attack-view.tsx";
import css from "./release-panel.module.css";
import { WithheldList } from "./withheld-list.tsx";

interface Props {
  kind: ReleaseKind;
  publishing: boolean;
  onPublish(): void;
  onBack(): void;
}

export function ReleasePreview({ kind, publishing, onPublish, onBack }: Props) {
  const { t } = useTranslation();
  const date = useDate();
  const names = useNames();
  const words = useClassWords();
  // Always asked for anew: what is looked at is what would be published now.
  const preview = useQuery({ ...trpc.releases.preview.queryOptions({ kind }), staleTime: 0, gcTime: 0 });
  const attack = useQuery({
    ...trpc.releases.attack.queryOptions(),
    staleTime: 0,
    gcTime: 0,
    enabled: kind === "reports",
  });
  const told = (each: VoiceClass | MinuteClass | null) => {
    if (each === null) return t("releases.preview.nothing");
    return isVoices(each) && kind === "reports" ? words.voices(each) : words.minutes(each as MinuteClass);
  };
  const isProven = kind === "presence" || (attack.data !== undefined && !givesAway(attack.data));
  return (
    <Dialog title={t(`releases.preview.title.${kind}`)} onClose={onBack}>
      <Answer to={preview}>
        {({ window, told: toldCount, withheld, changes }) => (
          <>
            <p className={css.text}>
              {t("releases.preview.period", { from: date(window.from), to: date(window.to) })}{" "}
              {t(`releases.preview.told.${kind}`, { told: toldCount, withheld: withheld.length })}
            </p>
            {changes === null ? <p>{t("releases.preview.first")}</p> : null}
            {changes?.length === 0 ? <p>{t("releases.preview.same")}</p> : null}
            {changes && changes.length > 0 ? (
              <div
                className={css.changes}
                tabIndex={0}
                role="region"
                aria-label={t("releases.preview.changes")}
              >
                <table>
                  <caption>{t("releases.preview.changes")}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{t("lagesbild.areas.area")}</th>
                      <th scope="col">{t("releases.preview.before")}</th>
                      <th scope="col">{t("releases.preview.after")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {changes.map(({ area, cell, from, to }) => (
                      <tr key={`${area} ${cell}`}>
                        <th scope="row">
                          {names.area(area)}
                          <span>{t(`releases.preview.cell.${cell}`)}</span>
                        </th>
                        <td>{told(from)}</td>
                        <td>{told(to)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            ) : null}
            <WithheldList withheld={withheld} />
          </>
        )}
      </Answer>
      {kind === "reports" ? (
        <section className={css.attack}>
          <h3>{t("releases.preview.attack.title")}</h3>
          {attack.isPending ? <p role="status">{t("releases.preview.attack.waiting")}</p> : null}
          {attack.error ? <Failure error={attack.error} onAgain={() => void attack.refetch()} /> : null}
          {attack.data ? <AttackView attack={attack.data} /> : null}
        </section>
      ) : null}
      <p>{t("releases.preview.final")}</p>
      <DialogButtons>
        <Button look="main" disabled={publishing || !preview.data || !isProven} onClick={onPublish}>
          {t("releases.preview.publish")}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t("ui.cancel")}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

const isVoices = (told: VoiceClass | MinuteClass): told is VoiceClass =>
  (voiceClasses as readonly string[]).includes(told);
