/** Suggestions that are being worked out on this node: how far each is, and how it is ended. */
import type { SuggestProgress } from "@trygg/shared/siting/schema.ts";
import { Refusal } from "../../refusal.ts";

interface Run {
  id: string | undefined;
  progress: SuggestProgress;
  stop: AbortController;
}

/** One for each account: whoever asks anew no longer waits for what was asked before. */
const runs = new Map<string, Run>();

/** Works while it may. Throws a Refusal once the caller has gone, or has asked anew. */
export async function runFor<Done>(
  account: string,
  { id, signal }: { id: string | undefined; signal: AbortSignal | undefined },
  work: (signal: AbortSignal, tell: (progress: SuggestProgress) => void) => Promise<Done>,
): Promise<Done> {
  runs.get(account)?.stop.abort();
  const run: Run = { id, progress: { stage: "waiting", done: 0 }, stop: new AbortController() };
  runs.set(account, run);
  const given = [run.stop.signal, ...(signal ? [signal] : [])];
  try {
    return await work(AbortSignal.any(given), (progress) => (run.progress = progress));
  } catch (error) {
    if (given.some(({ aborted }) => aborted))
      throw new Refusal("cancelled", "the work was ended before it was done");
    throw error;
  } finally {
    if (runs.get(account) === run) runs.delete(account);
  }
}

/** How far the caller's own run is; null where it has ended, or runs on another node. */
export function readProgress(account: string, id: string): SuggestProgress | null {
  const run = runs.get(account);
  return run?.id === id ? run.progress : null;
}
