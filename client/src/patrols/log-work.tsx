/** The presence that is being written down: it outlives the panel that it is written in. */
import type { Role } from "@trygg/shared/accounts/schema.ts";
import { type ReactNode, createContext, use, useState } from "react";
import { useWorker } from "../accounts/worker.tsx";
import { useNow, useTown } from "../place/town.tsx";
import { useLeaveWarning } from "../ui/leave-warning.ts";
import { type LogDraft, type UsualLog, isTouched, newLog } from "./log-draft.ts";

interface LogWork {
  draft: LogDraft;
  setDraft(draft: LogDraft): void;
}

const usuallyLogged: Partial<Record<Role, UsualLog>> = {
  police: { kind: "foot", parties: ["police"] },
  coordinator: { kind: "outreach", parties: ["municipality"] },
  partner: { kind: "nightwalk", parties: ["association"] },
};

const Work = createContext<LogWork | null>(null);

export function LogWorkProvider({ children }: { children: ReactNode }) {
  const { role } = useWorker();
  const { place } = useTown();
  const now = useNow();
  const [draft, setDraft] = useState(() =>
    newLog(usuallyLogged[role] ?? { kind: "other", parties: [] }, now(), place.timeZone),
  );
  useLeaveWarning(isTouched(draft));
  return <Work value={{ draft, setDraft }}>{children}</Work>;
}

export function useLogWork(): LogWork {
  const work = use(Work);
  if (!work) throw new Error("no presence is written down outside the desk");
  return work;
}
