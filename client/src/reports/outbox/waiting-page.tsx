/** After sending without a network: where the report is, what happens next, and how to take it back. */
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button.tsx";
import { dismiss } from "./deliver.ts";
import type { KeptReport } from "./kept.ts";
import { KeptReports, TakeBack, WaitingWords } from "./kept-reports.tsx";
import css from "./kept-reports.module.css";

interface Props {
  clientKey: string;
  kept: readonly KeptReport[];
  /** It was sent meanwhile, from here or from elsewhere in this browser. */
  onSent(receipt: string): void;
}

export function WaitingPage({ clientKey, kept, onSent }: Props) {
  const { t } = useTranslation();
  const mine = kept.find((each) => each.clientKey === clientKey);
  const receipt = mine?.state === "sent" ? mine.receipt : null;
  useEffect(() => {
    if (receipt === null) return;
    onSent(receipt);
    void dismiss(clientKey);
  }, [receipt, clientKey, onSent]);
  const waits = mine?.state === "waiting" && !mine.takenBack;
  return (
    <div className={css.page}>
      <h1 tabIndex={-1} ref={(heading) => heading?.focus()}>
        {t(waits ? "outbox.waiting.title" : "outbox.over")}
      </h1>
      {waits ? (
        <div className={css.where} role="status">
          <WaitingWords tried={mine.tried} />
        </div>
      ) : null}
      {mine && !waits ? <KeptReports kept={[mine]} /> : null}
      <div className={css.actions}>
        {waits ? <TakeBack kept={mine} /> : null}
        <ButtonLink
          href="/rapportera"
          // The same address: the browser would keep the entry, and with it this page.
          onClick={() => history.replaceState(null, "")}
        >
          {t("form.thanks.another")}
        </ButtonLink>
      </div>
    </div>
  );
}
