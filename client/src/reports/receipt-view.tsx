/** What has happened since a report was sent, keeping the link to it, changing it, and taking it back. */
import type { ErrorCode } from "@trygg/shared/errors.ts";
import { areaPage } from "@trygg/shared/pages.ts";
import type { ReceiptAnswer } from "@trygg/shared/reports/receipt.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNames } from "../place/town.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import css from "./form/report-form.module.css";
import { PrintButton } from "./print-button.tsx";
import { ReceiptQr } from "./receipt-qr.tsx";
import { ReceiptTimeline } from "./receipt-timeline.tsx";
import paper from "./receipt.module.css";

export interface ReceiptState {
  code: string;
  answer: ReceiptAnswer | null;
  failure: ErrorCode | "offline" | null;
  /** An answer about a measure has just been sent without script. */
  answered?: boolean;
}

interface Props extends ReceiptState {
  onShow(code: string): void;
  onWithdraw(code: string): void;
}

export function ReceiptView({ code, answer, failure, answered = false, onShow, onWithdraw }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(code);
  const words = (why: NonNullable<typeof failure>) => {
    if (why === "invalidInput") return t("receipt.notACode");
    return why === "notFound" ? t("receipt.notFound") : t(`errors.${why}`);
  };
  const show = (event: FormEvent) => {
    event.preventDefault();
    onShow(typed);
  };
  return (
    <div className={css.after}>
      <h1>{t("receipt.title")}</h1>
      <p className={css.lookUp}>{t("receipt.lead")}</p>
      <form
        className={`${css.after} ${css.lookUp}`}
        method="post"
        action="/kvitto"
        onSubmit={show}
        noValidate
      >
        <TextField
          label={t("receipt.code")}
          hint={t("receipt.codeHint")}
          error={failure ? words(failure) : undefined}
          name="code"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button look="main" type="submit" name="go" value="show">
          {t("receipt.show")}
        </Button>
      </form>
      {answer ? (
        <Answer code={code} answer={answer} answered={answered} onShow={onShow} onWithdraw={onWithdraw} />
      ) : null}
    </div>
  );
}

function Answer({
  code,
  answer,
  answered,
  onShow,
  onWithdraw,
}: { code: string; answer: ReceiptAnswer; answered: boolean } & Pick<Props, "onShow" | "onWithdraw">) {
  const { t } = useTranslation();
  const names = useNames();
  const date = useDate();
  const [thanked, setThanked] = useState(answered);
  const withdraw = (event: FormEvent) => {
    event.preventDefault();
    onWithdraw(code);
  };
  if (answer.state === "withdrawn")
    return (
      <Message tone="done" live>
        {t("receipt.withdrawnOn", { date: date(answer.since) })}
      </Message>
    );
  return (
    <section className={css.after}>
      <p className={paper.onPaper}>{code}</p>
      <p>
        <Badge tone="sea">{t(`receipt.state.${answer.state}`)}</Badge>
      </p>
      <p role="status">{t("receipt.at", { area: names.area(answer.area), date: date(answer.since) })}</p>
      {answer.apart ? <Message>{t(`receipt.apart.${answer.apart}`)}</Message> : null}
      {thanked ? (
        <Message tone="done" live>
          {t("receipt.effect.thanks")}
        </Message>
      ) : null}
      <ReceiptTimeline
        code={code}
        answer={answer}
        onAnswered={() => {
          setThanked(true);
          onShow(code);
        }}
      />
      <div className={css.row}>
        <ButtonLink href={areaPage(answer.area)}>{t("areas.toPage")}</ButtonLink>
        <ButtonLink href={`/#selected=${answer.area}`}>{t("receipt.toMap")}</ButtonLink>
        <PrintButton />
      </div>
      <details className={paper.apart}>
        <summary>{t("receipt.qr.show")}</summary>
        <ReceiptQr code={code} />
      </details>
      <details className={css.folded}>
        <summary>{t("receipt.change.title")}</summary>
        {/* The server opens the form, so that it goes without script too; the code travels in its hidden fields. */}
        <form className={css.after} method="post" action="/rapportera">
          <input type="hidden" name="step" value="what" />
          <input type="hidden" name="replaces" value={code} />
          <p>{t("receipt.change.text")}</p>
          <span>
            <Button type="submit" name="go" value="where">
              {t("receipt.change.sure")}
            </Button>
          </span>
        </form>
      </details>
      <details className={css.folded}>
        <summary>{t("receipt.withdraw")}</summary>
        <form className={css.after} method="post" action="/kvitto" onSubmit={withdraw}>
          <input type="hidden" name="code" value={code} />
          <p>{t("receipt.withdrawText")}</p>
          <span>
            <Button type="submit" name="go" value="withdraw">
              {t("receipt.withdrawSure")}
            </Button>
          </span>
        </form>
      </details>
    </section>
  );
}
