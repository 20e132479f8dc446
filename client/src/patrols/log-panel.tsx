/** Logging a presence in fifteen seconds: what, who, when, where. Nothing of who, no plan, never live. */
import { useMutation } from "@tanstack/react-query";
import { type Party, earliestPatrolDay, partyIds, patrolKinds } from "@trygg/shared/patrols/schema.ts";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { localDate } from "@trygg/shared/time/local.ts";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../api.ts";
import { useNames, useNow, useTown } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { ChooseMany, ChooseOne } from "../ui/choice.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { useTries } from "../ui/use-tries.ts";
import { DrawnLine } from "./drawn-line.tsx";
import { type LogDraft, type LogField, MINUTES, nextLog, toInput, wrongFields } from "./log-draft.ts";
import css from "./log-panel.module.css";
import { useLogWork } from "./log-work.tsx";

export function LogPanel() {
  const { t, i18n } = useTranslation();
  const { draft, setDraft } = useLogWork();
  const names = useNames();
  const { areas, place } = useTown();
  const words = useErrorWords();
  const now = useNow();
  const { form, tried, pointAtWrong, forget } = useTries();
  const log = useMutation(
    trpc.patrols.log.mutationOptions({
      onSuccess: () => {
        forget();
        setDraft(nextLog(draft));
        void queryClient.invalidateQueries({ queryKey: trpc.patrols.pathKey() });
        void queryClient.invalidateQueries({ queryKey: trpc.promise.pathKey() });
      },
    }),
  );
  const today = localDate(now(), place.timeZone);
  const wrong = wrongFields(draft, today);
  const errorOf = (field: LogField) =>
    tried && wrong.includes(field) ? t(`patrols.log.wrong.${field}`) : undefined;
  const change = (part: Partial<LogDraft>) => setDraft({ ...draft, ...part });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong.length > 0) pointAtWrong();
    else log.mutate(toInput(draft, now(), place.timeZone));
  };

  return (
    <form className={css.form} ref={form} noValidate onSubmit={submit}>
      <h2>{t("desk.panel.log")}</h2>
      <p className={css.text}>{t("patrols.log.text")}</p>
      <ChooseOne
        look="tiles"
        legend={t("patrols.log.kind")}
        value={draft.kind}
        options={patrolKinds.map((value) => ({ value, label: t(`patrols.kind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <ChooseMany
        legend={t("patrols.log.parties")}
        values={draft.parties}
        options={partyIds.map((value) => ({ value, label: t(`patrols.party.${value}`) }))}
        error={errorOf("parties")}
        onChange={(parties) => change({ parties })}
      />
      <ChooseOne
        look="segments"
        legend={t("patrols.log.when")}
        value={draft.when}
        options={(["now", "earlier"] as const).map((value) => ({ value, label: t(`patrols.log.${value}`) }))}
        onChange={(when) => change({ when })}
      />
      {draft.when === "earlier" ? (
        <div className={css.pair}>
          <TextField
            label={t("patrols.log.date")}
            type="date"
            required
            min={earliestPatrolDay(today)}
            max={today}
            value={draft.date}
            error={errorOf("date")}
            onChange={(event) => change({ date: event.target.value })}
          />
          <TextField
            label={t("patrols.log.time")}
            type="time"
            required
            value={draft.time}
            error={errorOf("time")}
            onChange={(event) => change({ time: event.target.value })}
          />
        </div>
      ) : null}
      <ChooseOne
        look="segments"
        legend={t("patrols.log.minutes")}
        value={draft.minutes}
        options={MINUTES.map((value) => ({ value, label: value }))}
        onChange={(minutes) => change({ minutes })}
      />
      <ChooseOne
        look="segments"
        legend={t("patrols.log.where")}
        value={draft.by}
        options={(["area", "line"] as const).map((value) => ({ value, label: t(`patrols.log.${value}`) }))}
        onChange={(by) => change({ by })}
      />
      {draft.by === "line" ? (
        <DrawnLine line={draft.line} onLine={(line) => change({ line })} error={errorOf("line")} />
      ) : (
        <SelectField
          label={t("patrols.log.chooseArea")}
          required
          value={draft.area}
          error={errorOf("area")}
          onChange={(event) => change({ area: event.target.value })}
        >
          <option value="">{t("measures.form.chooseArea")}</option>
          {areas
            .toSorted((a, b) => names.area(a.id).localeCompare(names.area(b.id), i18n.language))
            .map(({ id }) => (
              <option key={id} value={id}>
                {names.area(id)}
              </option>
            ))}
        </SelectField>
      )}
      <div className={css.foot}>
        {log.error ? <Message tone="wrong">{words(log.error)}</Message> : null}
        {log.data ? <Logged {...log.data} /> : null}
        <Button look="main" type="submit" disabled={log.isPending}>
          {t("patrols.log.button")}
        </Button>
      </div>
    </form>
  );
}

function Logged({ countsFor, awaiting, duplicateOf, uncounted }: inferOutput<typeof trpc.patrols.log>) {
  const { t } = useTranslation();
  return (
    <Message tone="done" live>
      <p>
        {duplicateOf
          ? t("patrols.log.duplicate")
          : uncounted
            ? t(`patrols.log.uncounted.${uncounted}`)
            : t("patrols.log.counted", { count: countsFor.length })}
      </p>
      {awaiting.length > 0 ? (
        <p>
          {t("patrols.log.awaiting", {
            parties: awaiting.map((party: Party) => t(`patrols.party.${party}`)).join(", "),
          })}
        </p>
      ) : null}
    </Message>
  );
}
