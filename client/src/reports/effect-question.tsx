/** Asks whoever reported before a measure how it feels since. A plain form: the server takes it too. */
import type { PublicMeasure } from "@trygg/shared/measures/schema.ts";
import { effects } from "@trygg/shared/reports/terms.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Message } from "../ui/message.tsx";
import { call } from "./call.ts";
import css from "./receipt.module.css";

interface Props {
  code: string;
  measure: PublicMeasure;
  onAnswered(): void;
}

export function EffectQuestion({ code, measure, onAnswered }: Props) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const answer = (submitter as HTMLButtonElement | null)?.value;
    const result = await call("reports.answer", { receipt: code, measure: measure.id, answer });
    setFailed("failure" in result);
    if ("data" in result) onAnswered();
  };
  return (
    <form className={css.effect} method="post" action="/kvitto" onSubmit={(event) => void send(event)}>
      <input type="hidden" name="go" value="answer" />
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="measure" value={measure.id} />
      <fieldset className={css.question}>
        <legend>{t("receipt.effect.title")}</legend>
        <div className={css.answers}>
          {effects.map((effect) => (
            <Button key={effect} type="submit" name="answer" value={effect}>
              {t(`receipt.effect.${effect}`)}
            </Button>
          ))}
        </div>
        <p className={css.fine}>{t("receipt.effect.text")}</p>
      </fieldset>
      {failed ? <Message tone="wrong">{t("receipt.effect.failed")}</Message> : null}
    </form>
  );
}
