/** What was asked for: the number of the case, the day, and which reports. Who asks has no field. */
import { useMutation, useQuery } from "@tanstack/react-query";
import {
  type DisclosureDocument,
  type DisclosureInput,
  disclosureInput,
} from "@trygg/shared/disclosures/schema.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../api.ts";
import { say } from "../i18n/index.ts";
import { useNames, useNow, useTown } from "../place/town.tsx";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { ChooseOne } from "../ui/choice.tsx";
import { codeOf, useErrorWords } from "../ui/error-words.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { useTries } from "../ui/use-tries.ts";
import css from "./disclosures.module.css";

const ways = ["receipt", "report", "area"] as const;

export function DisclosureForm({ onMade }: { onMade(made: DisclosureDocument): void }) {
  const { t, i18n } = useTranslation();
  const { areas, place } = useTown();
  const names = useNames();
  const words = useErrorWords();
  const today = localDate(useNow()(), place.timeZone);
  const grounds = useQuery(trpc.disclosures.grounds.queryOptions());
  const [by, setBy] = useState<DisclosureInput["asked"]["by"]>("area");
  const [fields, setFields] = useState({
    number: "",
    askedOn: today,
    receipt: "",
    report: "",
    area: "",
    from: "",
    to: today,
    ground: "",
  });
  const { form, tried, pointAtWrong } = useTries();
  const make = useMutation(
    trpc.disclosures.make.mutationOptions({
      onSuccess: onMade,
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.disclosures.list.pathKey() }),
    }),
  );
  const { number, askedOn, receipt, report, area, from, to } = fields;
  const ground = fields.ground || (grounds.data?.[0]?.id ?? "");
  const asked = { receipt: { by, receipt }, report: { by, report }, area: { by, area, from, to } }[by];
  const parsed = disclosureInput.safeParse({ number, askedOn, asked, ground });
  const wrong = new Set(tried && !parsed.success ? parsed.error.issues.map(({ path }) => path.at(-1)) : []);
  if (tried && by === "area" && from && to && to < from) wrong.add("to");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!parsed.success || (by === "area" && to < from)) pointAtWrong();
    else make.mutate(parsed.data);
  };
  const field = (name: keyof typeof fields) => ({
    value: fields[name],
    error: wrong.has(name) ? t(`disclosures.wrong.${name}`) : undefined,
    onChange: ({ target }: { target: { value: string } }) => setFields({ ...fields, [name]: target.value }),
  });
  const day = { type: "date", max: today } as const;
  return (
    <form className={css.form} ref={form} noValidate onSubmit={submit}>
      <div className={css.pair}>
        <TextField label={t("disclosures.number")} maxLength={40} autoComplete="off" {...field("number")} />
        <TextField label={t("disclosures.askedOn")} {...day} {...field("askedOn")} />
      </div>
      <p className={css.text}>{t("disclosures.noName")}</p>
      <ChooseOne
        look="segments"
        legend={t("disclosures.which")}
        value={by}
        options={ways.map((value) => ({ value, label: t(`disclosures.by.${value}`) }))}
        onChange={setBy}
      />
      {by === "receipt" ? (
        <TextField
          label={t("disclosures.receipt")}
          hint={t("disclosures.notKept")}
          autoComplete="off"
          spellCheck={false}
          {...field("receipt")}
        />
      ) : null}
      {by === "report" ? (
        <TextField
          label={t("disclosures.report")}
          hint={t("disclosures.notKept")}
          autoComplete="off"
          spellCheck={false}
          {...field("report")}
        />
      ) : null}
      {by === "area" ? (
        <>
          <SelectField label={t("disclosures.area")} {...field("area")}>
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
          <div className={css.pair}>
            <TextField label={t("reports.filter.from")} {...day} {...field("from")} />
            <TextField label={t("reports.filter.to")} {...day} {...field("to")} />
          </div>
        </>
      ) : null}
      <Answer to={grounds} lines={1}>
        {(found) => (
          <SelectField label={t("disclosures.ground")} {...field("ground")} value={ground}>
            {found.map(({ id, text }) => (
              <option key={id} value={id}>
                {say(text, i18n.language)}
              </option>
            ))}
          </SelectField>
        )}
      </Answer>
      <Button type="submit" look="main" disabled={make.isPending}>
        {t("disclosures.make")}
      </Button>
      {make.error ? (
        <Message tone="wrong">
          {codeOf(make.error) === "conflict"
            ? t("disclosures.taken")
            : codeOf(make.error) === "notFound"
              ? t("disclosures.noReport")
              : words(make.error)}
        </Message>
      ) : null}
    </form>
  );
}
