/** Publishing for everybody: one proposes, another with the right to approve looks at what would change and publishes. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReleaseKind, ReleaseManifest, ReleaseProposal } from "@trygg/shared/releases/schema.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorker } from "../accounts/worker.tsx";
import { queryClient, trpc } from "../api.ts";
import { useNow, useTown } from "../place/town.tsx";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { codeOf, useErrorWords } from "../ui/error-words.ts";
import { Message } from "../ui/message.tsx";
import { useLatestReleases } from "./latest.ts";
import css from "./release-panel.module.css";
import { ReleasePreview } from "./release-preview.tsx";

const kinds = ["reports", "presence"] as const;

export function ReleasePanel() {
  const { t } = useTranslation();
  const { role, mayApprove } = useWorker();
  const latest = useLatestReleases();
  const proposals = useQuery(trpc.releases.proposals.queryOptions());
  const due = useQuery(trpc.releases.due.queryOptions());
  return (
    <>
      <h2>{t("desk.panel.release")}</h2>
      <p className={css.text}>{t("releases.text")}</p>
      <Answer to={latest}>
        {(manifests) => (
          <Answer to={proposals}>
            {(waiting) =>
              kinds.map((kind) => (
                <KindCard
                  key={kind}
                  kind={kind}
                  latest={manifests[kind]}
                  proposal={waiting.find((each) => each.kind === kind) ?? null}
                  due={due.data?.[kind]}
                  mayPropose={role === "coordinator"}
                  mayApprove={mayApprove}
                />
              ))
            }
          </Answer>
        )}
      </Answer>
    </>
  );
}

interface CardProps {
  kind: ReleaseKind;
  latest: ReleaseManifest | null;
  proposal: ReleaseProposal | null;
  /** The first day of the next, and whether it may be made now. */
  due: { on: string; now: boolean } | undefined;
  mayPropose: boolean;
  mayApprove: boolean;
}

function KindCard({ kind, latest, proposal, due, mayPropose, mayApprove }: CardProps) {
  const { t } = useTranslation();
  const date = useDate();
  const words = useErrorWords();
  const [reviewing, setReviewing] = useState(false);
  const onSettled = () => {
    setReviewing(false);
    void queryClient.invalidateQueries({ queryKey: ["releases"] });
    void queryClient.invalidateQueries({ queryKey: trpc.releases.pathKey() });
  };
  const publish = useMutation(trpc.releases.publish.mutationOptions({ onSettled }));
  const withdraw = useMutation(trpc.releases.withdraw.mutationOptions({ onSettled }));
  const busy = publish.isPending || withdraw.isPending;
  const error = publish.error ?? withdraw.error;
  const begin = (start: () => void) => {
    publish.reset();
    withdraw.reset();
    start();
  };
  return (
    <section className={css.kind}>
      <h3>{t(`releases.kind.${kind}`)}</h3>
      <p className={css.text}>
        {latest
          ? t("releases.latest", {
              date: date(latest.publishedAt.slice(0, 10)),
              from: date(latest.window.from),
              to: date(latest.window.to),
            })
          : t("layers.noRelease")}
      </p>
      {due ? <NextRelease {...due} /> : null}
      {proposal ? <Waiting {...proposal} mayApprove={mayApprove} /> : null}
      <div className={css.buttons}>
        {proposal || !mayPropose ? null : (
          <Button disabled={busy} onClick={() => begin(() => publish.mutate({ kind, proposal: null }))}>
            {t("releases.propose")}
          </Button>
        )}
        {proposal && !proposal.mine && mayApprove ? (
          <Button look="main" disabled={busy || !due?.now} onClick={() => begin(() => setReviewing(true))}>
            {due && !due.now ? t("releases.due.wait", { date: date(due.on) }) : t("releases.review")}
          </Button>
        ) : null}
        {proposal && mayPropose && (proposal.mine || proposal.by === null) ? (
          <Button look="quiet" disabled={busy} onClick={() => begin(() => withdraw.mutate({ kind }))}>
            {t("releases.withdraw")}
          </Button>
        ) : null}
      </div>
      {error ? (
        <Message tone="wrong">
          {codeOf(error) === "conflict" ? t("releases.overtaken") : words(error)}
        </Message>
      ) : null}
      {publish.data?.state === "published" || withdraw.isSuccess ? (
        <Message tone="done" live>
          {t(withdraw.isSuccess ? "releases.withdrawn" : "releases.published")}
        </Message>
      ) : null}
      {reviewing && proposal ? (
        <ReleasePreview
          kind={kind}
          publishing={publish.isPending}
          onPublish={() => publish.mutate({ kind, proposal: proposal.proposedAt })}
          onBack={() => setReviewing(false)}
        />
      ) : null}
    </section>
  );
}

/** What the town's calendar says of the next. */
function NextRelease({ on, now }: { on: string; now: boolean }) {
  const { t } = useTranslation();
  const date = useDate();
  const { demonstration, place } = useTown();
  const today = localDate(useNow()(), place.timeZone);
  const words = on <= today ? "now" : demonstration && now ? "demonstration" : "later";
  return <p className={css.text}>{t(`releases.due.${words}`, { date: date(on) })}</p>;
}

/** Who has proposed it, when, and what is needed now. */
function Waiting({ by, mine, proposedAt, mayApprove }: ReleaseProposal & { mayApprove: boolean }) {
  const { t } = useTranslation();
  const date = useDate();
  const on = date(proposedAt.slice(0, 10));
  const who = by ?? t("releases.commandLine");
  return (
    <Message live>
      <p>{t(mine ? "releases.byMe" : "releases.byOther", { date: on, name: who })}</p>
      <p>{t(mine ? "releases.needsOther" : mayApprove ? "releases.needsYou" : "releases.needsRight")}</p>
    </Message>
  );
}
