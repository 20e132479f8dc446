/** What has been logged, latest first, with what it counts for and what awaits somebody's word. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { Party } from "@trygg/shared/patrols/schema.ts";
import { useTranslation } from "react-i18next";
import { useWorker } from "../accounts/worker.tsx";
import { queryClient, trpc } from "../api.ts";
import { useNames, useTown } from "../place/town.tsx";
import { Answer } from "../ui/answer.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { useLocale } from "../ui/locale.ts";
import { Message } from "../ui/message.tsx";
import css from "./logged-panel.module.css";

const SHOWN = 60;

export function LoggedPanel() {
  const { t } = useTranslation();
  const mayConfirm = useWorker().role === "coordinator";
  const locale = useLocale();
  const names = useNames();
  const words = useErrorWords();
  const { place } = useTown();
  const logged = useQuery(trpc.patrols.list.queryOptions({ limit: SHOWN }));
  const confirm = useMutation(
    trpc.patrols.confirm.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.patrols.pathKey() }),
    }),
  );
  const span = (from: string, to: string) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: place.timeZone,
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
    }).formatRange(Date.parse(from), Date.parse(to));
  const party = (id: string) => t(`patrols.party.${id as Party}`);
  return (
    <>
      <h2>{t("desk.panel.logged")}</h2>
      {confirm.error ? <Message tone="wrong">{words(confirm.error)}</Message> : null}
      <Answer to={logged} lines={6}>
        {(data) =>
          data.length === 0 ? (
            <Message>{t("patrols.logged.none")}</Message>
          ) : (
            <ol className={css.list}>
              {data.map((patrol) => (
                <li key={patrol.id} className={css.item}>
                  <p className={css.head}>
                    <strong>{t(`patrols.kind.${patrol.kind}`)}</strong>
                    {patrol.duplicateOf ? (
                      <Badge tone="neutral">{t("patrols.logged.duplicate")}</Badge>
                    ) : patrol.countsFor.length > 0 ? (
                      <Badge tone="kept">{t("patrols.logged.counts")}</Badge>
                    ) : null}
                  </p>
                  <p className={css.more}>
                    {span(patrol.from, patrol.to)}
                    <br />
                    {[
                      patrol.area ? names.area(patrol.area) : t("patrols.logged.noArea"),
                      patrol.parties.map(party).join(", "),
                    ].join(" · ")}
                  </p>
                  {patrol.awaiting.length > 0 ? (
                    <p className={css.awaiting}>
                      {t("patrols.log.awaiting", { parties: patrol.awaiting.map(party).join(", ") })}
                      {mayConfirm ? (
                        <Button
                          look="plain"
                          disabled={confirm.isPending}
                          onClick={() => confirm.mutate({ id: patrol.id })}
                        >
                          {t("patrols.logged.confirm")}
                        </Button>
                      ) : null}
                    </p>
                  ) : null}
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </>
  );
}
