/** Tells those who hold a receipt from an area that its reports are read: by day, and not by whom. */
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { useNames, useTown } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { SelectField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { useTries } from "../ui/use-tries.ts";
import css from "./report-panel.module.css";

export function SeenForm() {
  const { t } = useTranslation();
  const { areas } = useTown();
  const names = useNames();
  const words = useErrorWords();
  const [area, setArea] = useState("");
  const { form, tried, pointAtWrong } = useTries();
  const mark = useMutation(trpc.reports.markSeen.mutationOptions());
  const { data, error, isPending } = mark;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (area === "") pointAtWrong();
    else mark.mutate({ area, seen: true });
  };
  return (
    <details className={css.filter}>
      <summary>{t("reports.seen.title")}</summary>
      <form className={css.fields} ref={form} noValidate onSubmit={submit}>
        <p className={css.total}>{t("reports.seen.text")}</p>
        <SelectField
          label={t("reports.seen.area")}
          error={tried && area === "" ? t("measures.wrong.area") : error ? words(error) : undefined}
          value={area}
          onChange={({ target }) => setArea(target.value)}
        >
          <option value="">{t("form.where.chooseArea")}</option>
          {areas
            .map(({ id }) => ({ id, name: names.area(id) }))
            .toSorted((a, b) => a.name.localeCompare(b.name, "sv"))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </SelectField>
        <Button type="submit" disabled={isPending}>
          {t("reports.seen.button")}
        </Button>
        <div role="status">
          {data ? (
            <Message tone="done">
              {t(data.seen ? "reports.seen.done" : "reports.seen.undone", { area: names.area(data.area) })}
            </Message>
          ) : null}
        </div>
        {data?.seen ? (
          <Button look="quiet" onClick={() => mark.mutate({ area: data.area, seen: false })}>
            {t("measures.undo")}
          </Button>
        ) : null}
      </form>
    </details>
  );
}
