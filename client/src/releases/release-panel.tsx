/** Publishing for everybody: one proposes, another with the right to approve publishes. */
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../api.ts";
import { Button } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { useErrorWords } from "../ui/error-words.ts";
import { Message } from "../ui/message.tsx";
import { useLatestReleases } from "./latest.ts";
import css from "./release-panel.module.css";

export function ReleasePanel() {
  const { t } = useTranslation();
  const date = useDate();
  const words = useErrorWords();
  const { data } = useLatestReleases();
  const publish = useMutation(
    trpc.releases.publish.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: ["releases"] }),
    }),
  );
  return (
    <>
      <p className={css.text}>{t("releases.text")}</p>
      {(["reports", "presence"] as const).map((kind) => {
        const manifest = data?.[kind];
        return (
          <section key={kind} className={css.kind}>
            <h3>{t(`releases.kind.${kind}`)}</h3>
            <p className={css.text}>
              {manifest
                ? t("releases.latest", {
                    date: date(manifest.publishedAt.slice(0, 10)),
                    from: date(manifest.window.from),
                    to: date(manifest.window.to),
                  })
                : t("layers.noRelease")}
            </p>
            <Button disabled={publish.isPending} onClick={() => publish.mutate({ kind })}>
              {t("releases.button")}
            </Button>
          </section>
        );
      })}
      {publish.error ? <Message tone="wrong">{words(publish.error)}</Message> : null}
      {publish.data ? (
        <Message tone="done" live>
          {t(`releases.${publish.data.state}`)}
        </Message>
      ) : null}
    </>
  );
}
