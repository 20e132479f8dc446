/**
 * The form's place in the browser's history: its steps are turned by Back and Forward, and what was chosen and the
 * receipt survive a reload, as long as the tab lives. A new visit begins with an empty form.
 */
import { readDraft, steps } from "@trygg/shared/reports/draft.ts";
import { useEffect, useEffectEvent } from "react";
import { forgetInTab, keepInTab, readFromTab } from "../../ui/tab-storage.ts";
import type { FormState } from "./report-form.tsx";

const DRAFT = "report-draft";
const RECEIPT = "report-receipt";

/** What an entry of the history shows. */
type Entry = FormState["step"] | "thanks";

interface FormHistory {
  state: FormState;
  onState(state: FormState): void;
  onThanks(receipt: string): void;
}

export function useFormHistory({ state, onState, onThanks }: FormHistory) {
  const show = useEffectEvent(() => {
    const entry = readEntry();
    const receipt = readFromTab(RECEIPT);
    if (entry === "thanks" && typeof receipt === "string") return onThanks(receipt);
    const draft = readKeptDraft(state.draft.clientKey) ?? state.draft;
    const begun = draft.place !== "" || draft.at !== null;
    const step = begun && entry !== undefined && entry !== "thanks" ? entry : "where";
    onState({ step, draft, problems: [], failure: null });
  });
  const begin = useEffectEvent(() => {
    // A page that the server has already filled, from a form sent without script, stands as it is.
    if (readEntry() === undefined) history.replaceState({ entry: state.step }, "");
    else show();
  });
  useEffect(() => {
    begin();
    const turn = () => show();
    window.addEventListener("popstate", turn);
    return () => window.removeEventListener("popstate", turn);
  }, []);

  return {
    keep: (draft: FormState["draft"]) => keepInTab(DRAFT, draft),
    forward: (step: FormState["step"]) => history.pushState({ entry: step }, ""),
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

/** The kept draft as the form itself would read it, so that a broken one does no harm. */
function readKeptDraft(clientKey: string): FormState["draft"] | undefined {
  const kept = readFromTab(DRAFT);
  if (typeof kept !== "object" || kept === null) return undefined;
  const { at, impact, ...fields } = kept as Record<string, unknown> & { at?: { lng: number; lat: number } };
  return readDraft(
    { ...fields, lng: String(at?.lng), lat: String(at?.lat), impact: String(impact) } as Parameters<
      typeof readDraft
    >[0],
    clientKey,
  );
}
