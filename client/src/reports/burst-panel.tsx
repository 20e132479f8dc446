/** Bursts for a coordinator: what came from where, why it was set apart, and one press for the whole group. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { type Burst, type BurstInput, UNDO_DAYS } from "@trygg/shared/reports/bursts.ts";
import { addDays } from "@trygg/shared/time/local.ts";
import { MapPin } from "lucide-react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../api.ts";
import { changeView } from "../map/use-view.ts";
import { useSquareName } from "../place/square-name.ts";
import { Answer } from "../ui/answer.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { useErrorWords } from "../ui/error-words.ts";
import { Message } from "../ui/message.tsx";
import css from "./burst-panel.module.css";

export function BurstPanel() {
  const { t } = useTranslation();
  const words = useErrorWords();
  const bursts = useQuery(trpc.reports.bursts.queryOptions());
  const decide = useMutation(
    trpc.reports.decideBurst.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.reports.pathKey() }),
    }),
  );
  return (
    <>
      <h2>{t("desk.panel.bursts")}</h2>
      <p className={css.text}>{t("reports.bursts.text")}</p>
      {decide.error ? <Message tone="wrong">{words(decide.error)}</Message> : null}
      <div role="status">
        {decide.isSuccess ? (
          <div ref={focus} tabIndex={-1}>
            <Message tone="done">{t(`reports.bursts.done.${decide.variables.decision ?? "undone"}`)}</Message>
          </div>
        ) : null}
      </div>
      <Answer to={bursts} lines={4}>
        {(found) =>
          found.length === 0 ? (
            <Message>{t("reports.bursts.none")}</Message>
          ) : (
            <ul className={css.list}>
              {found.map((burst) => (
                <BurstCard key={burst.id} burst={burst} busy={decide.isPending} onDecide={decide.mutate} />
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

/** The button that was pressed is gone then. */
const focus = (told: HTMLElement | null) => told?.focus();

interface CardProps {
  burst: Burst;
  busy: boolean;
  onDecide(decided: BurstInput): void;
}

function BurstCard({ burst, busy, onDecide }: CardProps) {
  const { t } = useTranslation();
  const date = useDate();
  const squareName = useSquareName();
  const { id, feeling, squares, reports, unproven, usual, from, to, decision, decidedOn } = burst;
  const [square = ""] = squares;
  const name = squareName(square);
  const others = squares.length - 1;
  const decideOn = (what: BurstInput["decision"]) => onDecide({ id, decision: what });
  return (
    <li className={css.burst}>
      <div className={css.head}>
        <h3>{name}</h3>
        <Badge tone={feeling === "unsafe" ? "missed" : "kept"}>{t(`reports.feeling.${feeling}`)}</Badge>
      </div>
      <p>
        <strong>{t("reports.count", { count: reports })}</strong>
        {", "}
        {from === to ? date(from) : t("reports.bursts.days", { from: date(from), to: date(to) })}
        {others > 0 ? `, ${t("reports.bursts.squares", { count: others })}` : ""}
      </p>
      <p className={css.text}>
        {usual < 1 ? t("reports.bursts.seldom") : t("reports.bursts.usual", { count: Math.round(usual) })}
        {unproven > 0 ? ` ${t("reports.bursts.unproven", { count: unproven })}` : ""}
      </p>
      {decision && decidedOn ? (
        <p>
          {t(`reports.bursts.decided.${decision}`, {
            date: date(decidedOn),
            until: date(addDays(decidedOn, UNDO_DAYS - 1)),
          })}
        </p>
      ) : null}
      <div className={css.buttons}>
        {decision ? (
          <Button
            disabled={busy}
            aria-label={t("reports.bursts.undoThis", { name })}
            onClick={() => decideOn(null)}
          >
            {t("reports.bursts.undo")}
          </Button>
        ) : (
          <>
            <Button
              disabled={busy}
              aria-label={t("reports.bursts.countThis", { name })}
              onClick={() => decideOn("counts")}
            >
              {t("reports.bursts.count")}
            </Button>
            <Button
              disabled={busy}
              aria-label={t("reports.bursts.removeThis", { name })}
              onClick={() => decideOn("removed")}
            >
              {t("reports.bursts.remove")}
            </Button>
          </>
        )}
        <Button
          look="quiet"
          icon={<MapPin aria-hidden="true" />}
          aria-label={t("reports.bursts.showThis", { name })}
          onClick={() => changeView({ selected: square })}
        >
          {t("reports.bursts.show")}
        </Button>
      </div>
    </li>
  );
}
