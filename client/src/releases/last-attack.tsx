/** How hard the latest release of reports was attacked before it was published. */
import { useTranslation } from "react-i18next";
import { Answer } from "../ui/answer.tsx";
import { useDate } from "../ui/date.ts";
import { Message } from "../ui/message.tsx";
import { useLatestReleases } from "./latest.ts";

export function LastAttack() {
  const { t } = useTranslation();
  const date = useDate();
  const latest = useLatestReleases();
  return (
    <Answer to={latest} lines={2}>
      {({ reports }) =>
        reports?.attack ? (
          <Message tone="done">
            {[
              t("releases.attacked.hidden", {
                date: date(reports.publishedAt.slice(0, 10)),
                hidden: reports.attack.hidden,
              }),
              ...((reports.attack.releases ?? 1) > 1
                ? [t("releases.attacked.releases", { releases: reports.attack.releases })]
                : []),
              ...(reports.attack.pairs
                ? [t("releases.attacked.pairs", { pairs: reports.attack.pairs })]
                : []),
            ].join(" ")}
          </Message>
        ) : (
          <Message>{t("layers.noRelease")}</Message>
        )
      }
    </Answer>
  );
}
