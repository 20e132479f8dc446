/** The proof of work of the report that is being written: looked for in the background, ready before it is sent. */
import { searchProof } from "@trygg/shared/reports/proof.ts";

/** Milliseconds of work between two looks at what the person does. */
const SLICE_MS = 8;

let sought: { clientKey: string; proof: Promise<string> } | undefined;

/** Begins to look, once for each report; the answer is the same promise while the report is. */
export function prove(clientKey: string): Promise<string> {
  if (sought?.clientKey !== clientKey) sought = { clientKey, proof: search(clientKey) };
  return sought.proof;
}

async function search(clientKey: string): Promise<string> {
  const tries = searchProof(clientKey);
  for (let until = performance.now() + SLICE_MS; ;) {
    const { done, value } = tries.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    until = performance.now() + SLICE_MS;
  }
}
