/** What somebody is writing: it outlives the panel that it is written in, and is not thrown away unasked. */
import { type ReactNode, createContext, use, useState } from "react";
import { useDiscard } from "./discard.tsx";
import { useLeaveWarning } from "./leave-warning.ts";

export interface DraftWork<Draft> {
  draft: Draft | null;
  setDraft(draft: Draft | null): void;
  /** Goes on once nothing that is typed would be lost. */
  discard(goOn: () => void): void;
}

/** A provider of one kind of draft, and how to use it below. `isTouched` says whether something would be missed. */
export function draftWork<Draft>(isTouched: (draft: Draft) => boolean) {
  const Work = createContext<DraftWork<Draft> | null>(null);

  function Provider({ children }: { children: ReactNode }) {
    const [draft, setDraft] = useState<Draft | null>(null);
    const touched = draft !== null && isTouched(draft);
    useLeaveWarning(touched);
    const { discard, question } = useDiscard(touched);
    return (
      <Work value={{ draft, setDraft, discard }}>
        {question}
        {children}
      </Work>
    );
  }

  function useWork(): DraftWork<Draft> {
    const work = use(Work);
    if (!work) throw new Error("nothing is written outside the provider of its drafts");
    return work;
  }

  return { Provider, useWork };
}
