/** Whoever works at the desk, also while the session has ended and is being opened again: the work stays as it was. */
import type { Me } from "@trygg/shared/accounts/schema.ts";
import { type ReactNode, createContext, use } from "react";

const Worker = createContext<Me | null>(null);

export function WorkerProvider({ worker, children }: { worker: Me; children: ReactNode }) {
  return <Worker value={worker}>{children}</Worker>;
}

export function useWorker(): Me {
  const worker = use(Worker);
  if (!worker) throw new Error("there is no worker outside the desk");
  return worker;
}
