/** Requests for single reports with their states: one's own to fetch or take back, others' to decide. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ExportRequest, ExportState } from "@trygg/shared/exports/schema.ts";
import { useTranslation } from "react-i18next";
import { useWorker } from "../accounts/worker.tsx";
import { queryClient, trpc } from "../api.ts";
import { useTown } from "../place/town.tsx";
import { useFilterWords } from "../reports/filter-words.ts";
import { Answer } from "../ui/answer.tsx";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { codeOf, useErrorWords } from "../ui/error-words.ts";
import { useInstant } from "../ui/instant.ts";
import { Message } from "../ui/message.tsx";
import css from "./exports.module.css";
import { fetchFile } from "./fetch-file.ts";

const tones: Record<ExportState, Tone> = {
  waiting: "behind",
  approved: "kept",
  declined: "missed",
  withdrawn: "neutral",
  expired: "neutral",
  taken: "sea",
};

export function RequestList() {
  const { t } = useTranslation();
  const requests = useQuery(trpc.exports.requests.queryOptions());
  return (
    <section className={css.part}>
      <h3>{t("exports.requests.title")}</h3>
      <Answer to={requests} lines={3}>
        {(found) =>
          found.length === 0 ? (
            <Message>{t("exports.requests.none")}</Message>
          ) : (
            <ul className={css.list}>
              {found.map((request) => (
                <RequestCard key={request.id} {...request} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}

function RequestCard(request: ExportRequest) {
  const { id, at, name, mine, reason, filter, format, state, decidedBy, until } = request;
  const { t } = useTranslation();
  const { place } = useTown();
  const instant = useInstant(place.timeZone);
  const filterWords = useFilterWords();
  return (
    <li>
      <p className={css.head}>
        <strong>{mine ? t("exports.requests.mine") : (name ?? t("audit.gone"))}</strong>
        <Badge tone={tones[state]}>{t(`exports.state.${state}`)}</Badge>
      </p>
      <p>{reason}</p>
      <p className={css.text}>
        {[t(`exports.formats.${format}`), ...filterWords(filter), instant(at)].join(" · ")}
      </p>
      {decidedBy ? <p className={css.text}>{t("exports.requests.decidedBy", { name: decidedBy })}</p> : null}
      {until ? <p className={css.text}>{t("exports.requests.until", { until: instant(until) })}</p> : null}
      <Choices id={id} mine={mine} state={state} about={`${name ?? ""}: ${reason}`} />
    </li>
  );
}

function Choices({
  id,
  mine,
  state,
  about,
}: Pick<ExportRequest, "id" | "mine" | "state"> & { about: string }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const { role, mayApprove } = useWorker();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: trpc.exports.pathKey() });
  const decide = useMutation(trpc.exports.decide.mutationOptions({ onSettled }));
  const withdraw = useMutation(trpc.exports.withdraw.mutationOptions({ onSettled }));
  const file = useMutation({ mutationFn: () => fetchFile(`/exports/points/${id}`), onSettled });
  const busy = decide.isPending || withdraw.isPending || file.isPending;
  const error = decide.error ?? withdraw.error ?? file.error;
  const decides = state === "waiting" && !mine && mayApprove;
  const open = mine && (state === "waiting" || state === "approved");
  return (
    <>
      {error ? (
        <Message tone="wrong">
          {codeOf(error) === "conflict" ? t("exports.requests.overtaken") : words(error)}
        </Message>
      ) : null}
      {decides || open ? (
        <div className={css.buttons}>
          {decides ? (
            <>
              <Button
                look="main"
                disabled={busy}
                aria-label={t("exports.requests.approveThis", { about })}
                onClick={() => decide.mutate({ id, decision: "approved" })}
              >
                {t("exports.requests.approve")}
              </Button>
              <Button
                disabled={busy}
                aria-label={t("exports.requests.declineThis", { about })}
                onClick={() => decide.mutate({ id, decision: "declined" })}
              >
                {t("exports.requests.decline")}
              </Button>
            </>
          ) : null}
          {mine && state === "approved" ? (
            <Button
              look="main"
              disabled={busy}
              aria-label={t("exports.requests.fetchThis", { about })}
              onClick={() => file.mutate()}
            >
              {t("exports.requests.fetch")}
            </Button>
          ) : null}
          {open ? (
            <Button
              look="quiet"
              disabled={busy}
              aria-label={t("exports.requests.withdrawThis", { about })}
              onClick={() => withdraw.mutate({ id })}
            >
              {t("exports.requests.withdraw")}
            </Button>
          ) : null}
        </div>
      ) : null}
      {state === "waiting" && mine ? <p className={css.text}>{t("exports.requests.needsOther")}</p> : null}
      {state === "waiting" && !mine && role === "coordinator" && !mayApprove ? (
        <p className={css.text}>{t("exports.requests.needsRight")}</p>
      ) : null}
    </>
  );
}
