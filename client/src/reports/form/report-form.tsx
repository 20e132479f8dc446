/**
 * The report form: one plain form in three steps, the same whether the server or the browser turns its pages. Without
 * script every button sends the form and the server answers with the next step; with script nothing is sent until the
 * end.
 */
import type { ErrorCode } from "@trygg/shared/errors.ts";
import {
  type DraftProblem,
  type ReportDraft,
  type Step,
  steps,
  writeDraft,
} from "@trygg/shared/reports/draft.ts";
import { type FormEvent, type MouseEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Message } from "../../ui/message.tsx";
import { say } from "../../i18n/index.ts";
import { Contacts } from "../../place/contacts.tsx";
import { useTown } from "../../place/town.tsx";
import css from "./report-form.module.css";
import { SendStep } from "./send-step.tsx";
import { WhatHappens } from "./what-happens.tsx";
import { WhatStep } from "./what-step.tsx";
import { WhereStep } from "./where-step.tsx";

const missing = {
  place: "form.where.missing",
  feeling: "form.feeling.missing",
  reasons: "form.reasons.missing",
  light: "form.light.missing",
} as const satisfies Record<DraftProblem, string>;

/** Fields that a step shows, and that therefore need no hidden ones. */
const shownIn: Record<Step, string[]> = {
  where: ["area", "street", "place"],
  what: ["feeling", "reasons", "when", "light", "impact"],
  send: ["age", "gender"],
};

export interface FormState {
  step: Step;
  draft: ReportDraft;
  problems: DraftProblem[];
  /** What went wrong when it was sent. */
  failure: ErrorCode | "offline" | null;
}

interface Props extends FormState {
  sending: boolean;
  onDraft(change: Partial<ReportDraft>): void;
  /** A button was pressed: a step to go to, or "done" to send. */
  onGo(to: Step | "done"): void;
}

export function ReportForm({ step, draft, problems, failure, sending, onDraft, onGo }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // A new step is announced by moving to its heading, but the first page does not steal the focus.
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    onGo((submitter as HTMLButtonElement | null)?.value as Step | "done");
  };
  const number = steps.indexOf(step) + 1;
  const Show = { where: WhereStep, what: WhatStep, send: SendStep }[step];
  return (
    <form
      className={css.form}
      method="post"
      action="/rapportera"
      // The browser itself brings nothing back of what somebody chose here.
      autoComplete="off"
      onSubmit={submit}
      noValidate
    >
      <HiddenFields draft={draft} step={step} />
      <div className={css.step}>
        {step === "where" ? null : <h1 className="visually-hidden">{t("form.title")}</h1>}
        <p className={css.count}>{t("form.step", { step: number })}</p>
        <h2 ref={heading} id="form" tabIndex={-1}>
          {t(`form.steps.${step}`)}
        </h2>
        <progress className={css.progress} max={3} value={number} aria-hidden="true" />
      </div>
      {problems.length > 0 ? (
        <Message tone="wrong">
          <strong>{t("form.errors")}</strong>
          <ul className={css.problems}>
            {problems.map((problem) => (
              <li key={problem}>
                <a href={`#${problem}`} onClick={(event) => moveTo(event, problem)}>
                  {t(missing[problem])}
                </a>
              </li>
            ))}
          </ul>
        </Message>
      ) : null}
      {draft.replaces ? <p className={css.note}>{t("form.replaces")}</p> : null}
      <Show draft={draft} onDraft={onDraft} />
      {failure ? (
        <Message tone="wrong">
          {t("form.failed")} {t(`errors.${failure}`)}
        </Message>
      ) : null}
      <div className={css.buttons}>
        {number < 3 ? (
          <Button look="main" type="submit" name="go" value={steps[number]}>
            {t("form.next")}
          </Button>
        ) : (
          <Button look="main" type="submit" name="go" value="done" disabled={sending}>
            {t(sending ? "form.sending" : "form.send")}
          </Button>
        )}
        {number > 1 ? (
          <Button look="quiet" type="submit" name="go" value={steps[number - 2]}>
            {t("form.back")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** To what is missing, without a new entry in the history: each of them is a step. */
function moveTo(event: MouseEvent, problem: DraftProblem): void {
  const field = document.getElementById(problem)?.querySelector<HTMLElement>("input, select");
  if (!field) return;
  event.preventDefault();
  field.focus();
}

/** What was chosen in the other steps travels along, so that the server needs to remember nothing. */
function HiddenFields({ draft, step }: { draft: ReportDraft; step: Step }) {
  const hidden = Object.entries({ step, ...writeDraft(draft) })
    .filter(([name]) => !shownIn[step].includes(name))
    .flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const));
  return hidden.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}

/** What it is, that it is anonymous, that nobody comes, and whom to call: before anything is asked. */
export function FormIntro() {
  const { t, i18n } = useTranslation();
  const { introduction } = useTown();
  return (
    <div className={css.intro}>
      <h1>{t("form.title")}</h1>
      <p>{t("form.lead")}</p>
      {introduction ? <p className={css.own}>{say(introduction, i18n.language)}</p> : null}
      <ul className={css.facts}>
        <li>{t("form.anonymous")}</li>
        <li>{t("form.nobodyComes")}</li>
      </ul>
      <Contacts className={css.contacts} />
      <details className={css.more}>
        <summary>{t("form.happens.title")}</summary>
        <WhatHappens />
      </details>
    </div>
  );
}
