/**
 * The form's place in the browser's history: its steps are turned by Back and Forward, and what was chosen and the
 * receipt survive a reload, as long as the tab lives. A new visit begins with an empty form.
 */
import { type ReportDraft, reachedStep, readDraft, steps, writeDraft } from "@trygg/shared/reports/draft.ts";
import { useEffect, useEffectEvent } from "react";
import { forgetInTab, keepInTab, readFromTab } from "../../ui/tab-storage.ts";
import type { FormState } from "./report-form.tsx";

const DRAFT = "report-draft";
const RECEIPT = "report-receipt";

/** What an entry of the history shows. */
type Entry = FormState["step"] | "thanks";

interface FormHistory {
  state: FormState;
  known: Parameters<typeof reachedStep>[2];
  onState(state: FormState): void;
  onThanks(receipt: string): void;
}

export function useFormHistory({ state, known, onState, onThanks }: FormHistory) {
  const { draft } = state;
  const show = useEffectEvent((entry: Entry, shown: ReportDraft) => {
    const receipt = readFromTab(RECEIPT);
    if (entry === "thanks" && typeof receipt === "string") return onThanks(receipt);
    const step = reachedStep(shown, entry === "thanks" ? "where" : entry, known);
    onState({ step, draft: shown, problems: [], failure: null });
  });
  const begin = useEffectEvent(() => {
    const entry = readEntry();
    // A page that the server has already filled, from a form sent without script, stands as it is.
    if (entry) show(entry, readKeptDraft(draft.clientKey) ?? draft);
    else history.replaceState({ entry: state.step }, "");
  });
  const turn = useEffectEvent(() => {
    const entry = readEntry();
    if (entry) show(entry, draft);
  });
  useEffect(() => {
    begin();
    window.addEventListener("popstate", turn);
    return () => window.removeEventListener("popstate", turn);
  }, []);
  useEffect(() => {
    if (draft.place !== "" || draft.at !== null) keepInTab(DRAFT, writeDraft(draft));
  }, [draft]);

  return {
    forward: (step: FormState["step"]) => history.pushState({ entry: step, turned: true }, ""),
    /** Goes back where the entry before is a step; false where the form was opened at this one. */
    back(): boolean {
      if (history.state?.turned) history.back();
      return Boolean(history.state?.turned);
    },
    /** Called once the report is stored; a reload shows the receipt again. */
    sent(receipt: string) {
      forgetInTab(DRAFT);
      keepInTab(RECEIPT, receipt);
      history.replaceState({ entry: "thanks" }, "");
    },
  };
}

function readEntry(): Entry | undefined {
  const { entry } = (history.state ?? {}) as { entry?: unknown };
  return [...steps, "thanks" as const].find((each) => each === entry);
}

/** Read as the fields of the form, of which anything may be wrong. */
function readKeptDraft(clientKey: string): ReportDraft | null {
  const kept = readFromTab(DRAFT);
  return typeof kept === "object" && kept !== null ? readDraft({ ...kept }, clientKey) : null;
}
