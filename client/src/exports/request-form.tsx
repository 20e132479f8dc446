/** Asks for single reports as a file: why, and in which form. */
import { useMutation } from "@tanstack/react-query";
import { type ExportFormat, FETCH_HOURS, exportFormats } from "@trygg/shared/exports/schema.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../api.ts";
import { Button } from "../ui/button.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { TextArea } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { useTries } from "../ui/use-tries.ts";
import css from "./exports.module.css";
import { FormatChoice } from "./file-form.tsx";

const LEAST = 5;

export function RequestForm({ filter }: { filter: ReportFilter }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [reason, setReason] = useState("");
  const [format, setFormat] = useState<ExportFormat>("csv");
  const { form, tried, pointAtWrong, forget } = useTries();
  const ask = useMutation(
    trpc.exports.request.mutationOptions({
      onSuccess() {
        setReason("");
        forget();
      },
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.exports.pathKey() }),
    }),
  );
  const short = reason.trim().length < LEAST;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (short) pointAtWrong();
    else ask.mutate({ filter, format, reason });
  };
  return (
    <section className={css.part}>
      <h3>{t("exports.points.title")}</h3>
      <p className={css.text}>{t("exports.points.text", { hours: FETCH_HOURS })}</p>
      <form className={css.part} ref={form} noValidate onSubmit={submit}>
        <TextArea
          label={t("exports.points.reason")}
          hint={t("exports.points.hint")}
          error={tried && short ? t("reports.reason.tooShort") : undefined}
          rows={2}
          maxLength={300}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <FormatChoice format={format} formats={exportFormats} onFormat={setFormat} />
        <Button type="submit" disabled={ask.isPending}>
          {t("exports.points.ask")}
        </Button>
        <div role="status">
          {ask.isSuccess ? <Message tone="done">{t("exports.points.asked")}</Message> : null}
        </div>
        {ask.error ? <Message tone="wrong">{words(ask.error)}</Message> : null}
      </form>
    </section>
  );
}
