/**
 * The form's place in the browser's history: its steps are turned by Back and Forward, and what was chosen and the
 * receipt survive a reload, as long as the tab lives. A new visit begins with an empty form, under a key of its own: a
 * page that was kept for use without a network brings the same one each time.
 */
import {
  type ReportDraft,
  reachedStep,
  readDraft,
  settleDraft,
  steps,
  writeDraft,
} from "@trygg/shared/reports/draft.ts";
import { useEffect, useEffectEvent, useState } from "react";
import { forgetInTab, keepInTab, readFromTab } from "../../ui/tab-storage.ts";
import type { FormState } from "./report-form.tsx";

const DRAFT = "report-draft";
const RECEIPT = "report-receipt";
const WAITING = "report-waiting";

/** What an entry of the history shows. */
type Entry = FormState["step"] | "thanks" | "waiting";

interface FormHistory {
  state: FormState;
  known: Parameters<typeof reachedStep>[2] & Parameters<typeof settleDraft>[1];
  onState(state: FormState): void;
  onThanks(receipt: string): void;
  onWaiting(clientKey: string): void;
}

export function useFormHistory({ state, known, onState, onThanks, onWaiting }: FormHistory) {
  const { draft } = state;
  const [early] = useState(readEarly);
  const show = useEffectEvent((entry: Entry, shown: ReportDraft) => {
    const receipt = readFromTab(RECEIPT);
    if (entry === "thanks" && typeof receipt === "string") return onThanks(receipt);
    const waiting = readFromTab(WAITING);
    if (entry === "waiting" && typeof waiting === "string") return onWaiting(waiting);
    const step = reachedStep(shown, entry === "thanks" || entry === "waiting" ? "where" : entry, known);
    onState({ step, draft: shown, problems: [], failure: null });
  });
  const begin = useEffectEvent(() => {
    const entry = readEntry();
    // A page that the server has already filled, from a form sent without script, stands as it is.
    const filled = early ? settleDraft(readDraft(early, draft.clientKey), known) : draft;
    const own = isUntouched(draft) ? { ...filled, clientKey: makeKey() } : filled;
    if (entry) return show(entry, readKeptDraft(own.clientKey) ?? own);
    history.replaceState({ entry: state.step }, "");
    if (own !== draft) onState({ ...state, draft: own });
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
    forward: (step: FormState["step"]) =>
      history.pushState({ entry: step, turned: true, depth: depthHere() + 1 }, ""),
    /** Goes back where the entry before is a step; false where the form was opened at this one. */
    back(): boolean {
      if (history.state?.turned) history.back();
      return Boolean(history.state?.turned);
    },
    sent: keepReceipt,
    /** Called once the report lies in the outbox; a reload shows where it is. */
    waits(clientKey: string) {
      forgetInTab(DRAFT);
      keepInTab(WAITING, clientKey);
      history.replaceState({ entry: "waiting", depth: depthHere() }, "");
    },
  };
}

/** Called once the report is stored; a reload shows the receipt again. */
export function keepReceipt(receipt: string): void {
  forgetInTab(DRAFT);
  forgetInTab(WAITING);
  keepInTab(RECEIPT, receipt);
  history.replaceState({ entry: "thanks", depth: depthHere() }, "");
}

/** The fields as they stand before the script draws the form: on a slow line somebody has begun to fill it in. */
function readEarly(): Record<string, string[]> | null {
  if (typeof document === "undefined") return null;
  const form = document.querySelector<HTMLFormElement>('form[action="/rapportera"]');
  if (!form) return null;
  const data = new FormData(form);
  return Object.fromEntries([...data.keys()].map((name) => [name, data.getAll(name).map(String)]));
}

/** How many steps of the form lie behind this entry, so that they can all be left at once. */
const depthHere = () => Number(history.state?.depth ?? 0);

const isUntouched = ({ place, at, feeling }: ReportDraft) => place === "" && at === null && feeling === null;

/** A random UUID, also where the page did not come over TLS and the browser makes none. */
function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const marked = bytes.map((byte, at) =>
    at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte,
  );
  const hex = Array.from(marked, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function readEntry(): Entry | undefined {
  const { entry } = (history.state ?? {}) as { entry?: unknown };
  return [...steps, "thanks" as const, "waiting" as const].find((each) => each === entry);
}

/** Read as the fields of the form, of which anything may be wrong. */
function readKeptDraft(clientKey: string): ReportDraft | null {
  const kept = readFromTab(DRAFT);
  return typeof kept === "object" && kept !== null ? readDraft({ ...kept }, clientKey) : null;
}
