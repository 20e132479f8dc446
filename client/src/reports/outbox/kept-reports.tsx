/** What the person is told of reports that lie on the device: waiting, taken back, sent, refused or too old. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Message } from "../../ui/message.tsx";
import { dismiss, takeBack } from "./deliver.ts";
import { KEPT_DAYS, type KeptReport } from "./kept.ts";
import css from "./kept-reports.module.css";

/** Above a form that is about something else. */
export function KeptReports({ kept }: { kept: readonly KeptReport[] }) {
  return kept.map((each) => <KeptNotice key={each.clientKey} kept={each} />);
}

function KeptNotice({ kept }: { kept: KeptReport }) {
  const { t } = useTranslation();
  const done = (
    <Button onClick={() => void dismiss(kept.clientKey)}>
      {t(`outbox.done.${kept.state === "sent" ? "sent" : "other"}`)}
    </Button>
  );
  if (kept.state === "waiting") return <Waiting kept={kept} />;
  if (kept.state === "sent")
    return (
      <Notice
        tone="done"
        title={t("outbox.sent.title")}
        actions={
          <>
            {done}
            <ButtonLink href={`/kvitto#${kept.receipt}`}>{t("form.thanks.follow")}</ButtonLink>
          </>
        }
      >
        <p>
          {t("form.thanks.code")}:{" "}
          <strong className={css.code} dir="ltr">
            {kept.receipt}
          </strong>
        </p>
        <p>{t("outbox.sent.text")}</p>
      </Notice>
    );
  if (kept.state === "expired")
    return (
      <Notice tone="wrong" title={t("outbox.expired.title")} actions={done}>
        <p>{t("outbox.expired.text", { days: KEPT_DAYS })}</p>
      </Notice>
    );
  return (
    <Notice tone="wrong" title={t("outbox.refused")} actions={done}>
      <p>{t(`errors.${kept.failure}`)}</p>
    </Notice>
  );
}

function Waiting({ kept }: { kept: Extract<KeptReport, { state: "waiting" }> }) {
  const { t } = useTranslation();
  if (kept.takenBack)
    return (
      <Notice title={t("outbox.takenBack.title")}>
        <p>{t("outbox.takenBack.text")}</p>
      </Notice>
    );
  return (
    <Notice title={t("outbox.waiting.title")} actions={<TakeBack kept={kept} />}>
      <WaitingWords tried={kept.tried} />
    </Notice>
  );
}

/** Where the report is, and how sure that is. */
export function WaitingWords({ tried }: { tried: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t(tried ? "outbox.waiting.tried" : "outbox.waiting.text")}</p>
      <p>{t("outbox.waiting.days", { days: KEPT_DAYS })}</p>
    </>
  );
}

export function TakeBack({ kept }: { kept: KeptReport }) {
  const { t } = useTranslation();
  return <Button onClick={() => void takeBack(kept)}>{t("outbox.waiting.takeBack")}</Button>;
}

interface NoticeProps {
  tone?: "plain" | "done" | "wrong";
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

function Notice({ tone = "plain", title, actions, children }: NoticeProps) {
  return (
    <Message tone={tone} live>
      <div className={css.notice}>
        <strong>{title}</strong>
        {children}
        {actions ? <div className={css.actions}>{actions}</div> : null}
      </div>
    </Message>
  );
}
