/** The measure that is being written: it outlives the panel that it is written in, and is not thrown away unasked. */
import { type ReactNode, createContext, use, useState } from "react";
import { useDiscard } from "../ui/discard.tsx";
import { useLeaveWarning } from "../ui/leave-warning.ts";
import { type MeasureDraft, isTouched } from "./measure-draft.ts";

interface MeasureWork {
  draft: MeasureDraft | null;
  setDraft(draft: MeasureDraft | null): void;
  /** Goes on once nothing that is typed would be lost. */
  discard(goOn: () => void): void;
}

const Work = createContext<MeasureWork | null>(null);

export function MeasureWorkProvider({ children }: { children: ReactNode }) {
  const [draft, setDraft] = useState<MeasureDraft | null>(null);
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

export function useMeasureWork(): MeasureWork {
  const work = use(Work);
  if (!work) throw new Error("no measure is written outside the desk");
  return work;
}
