/** The setting that is being changed: it outlives the panel that it is changed in, and is not thrown away unasked. */
import { type ReactNode, createContext, use, useState } from "react";
import { useDiscard } from "../ui/discard.tsx";
import { useLeaveWarning } from "../ui/leave-warning.ts";
import { type SettingDraft, isTouched } from "./setting-draft.ts";

interface SettingsWork {
  draft: SettingDraft | null;
  setDraft(draft: SettingDraft | null): void;
  /** Goes on once nothing that is typed would be lost. */
  discard(goOn: () => void): void;
}

const Work = createContext<SettingsWork | null>(null);

export function SettingsWorkProvider({ children }: { children: ReactNode }) {
  const [draft, setDraft] = useState<SettingDraft | null>(null);
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

export function useSettingsWork(): SettingsWork {
  const work = use(Work);
  if (!work) throw new Error("no setting is changed outside the desk");
  return work;
}
