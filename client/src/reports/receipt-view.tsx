/** What has happened since a report was sent: its state, what is done at the place, and taking it back. */
import type { ErrorCode } from "@trygg/shared/errors.ts";
import type { PublicMeasure } from "@trygg/shared/measures/schema.ts";
import { areaPage } from "@trygg/shared/pages.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { MeasureList } from "../measures/measure-list.tsx";
import { useNames } from "../place/town.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import css from "./form/report-form.module.css";

export interface ReceiptState {
  code: string;
  answer: {
    state: "received" | "seen" | "linked" | "withdrawn";
    area: string;
    since: string;
    measures: PublicMeasure[];
  } | null;
  failure: ErrorCode | "offline" | null;
}

interface Props extends ReceiptState {
  onShow(code: string): void;
  onWithdraw(code: string): void;
}

export function ReceiptView({ code, answer, failure, onShow, onWithdraw }: Props) {
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
      <p>{t("receipt.lead")}</p>
      <form className={css.after} method="post" action="/kvitto" onSubmit={show} noValidate>
        <TextField
          label={t("receipt.code")}
          hint={t("receipt.codeHint")}
          error={failure ? words(failure) : undefined}
          name="code"
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
      {answer ? <Answer code={code} answer={answer} onWithdraw={onWithdraw} /> : null}
    </div>
  );
}

function Answer({
  code,
  answer,
  onWithdraw,
}: { code: string; answer: NonNullable<ReceiptState["answer"]> } & Pick<Props, "onWithdraw">) {
  const { t } = useTranslation();
  const names = useNames();
  const date = useDate();
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
    <section className={css.after} role="status">
      <p>
        <Badge tone="sea">{t(`receipt.state.${answer.state}`)}</Badge>
      </p>
      <p>{t("receipt.at", { area: names.area(answer.area), date: date(answer.since) })}</p>
      <h2>{t("receipt.done")}</h2>
      <MeasureList measures={answer.measures} />
      <div className={css.row}>
        <ButtonLink href={areaPage(answer.area)}>{t("areas.toPage")}</ButtonLink>
        <ButtonLink href={`/#selected=${answer.area}`}>{t("receipt.toMap")}</ButtonLink>
      </div>
      <details>
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
