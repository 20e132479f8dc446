/** Calls one procedure without the client library: the page of the report form must stay light. */
import type { ErrorCode } from "@trygg/shared/errors.ts";

export type CallResult<T> = { data: T } | { failure: ErrorCode | "offline" };

/**
 * Posts an input as JSON; the answer is what the server's own output schema let out. No answer within the time counts
 * as no network.
 */
export async function call<T>(procedure: string, input: unknown, withinMs?: number): Promise<CallResult<T>> {
  try {
    const response = await fetch(`/trpc/${procedure}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
      signal: withinMs === undefined ? null : AbortSignal.timeout(withinMs),
    });
    const answer = (await response.json()) as
      | { result: { data: T } }
      | { error: { data: { error: ErrorCode } } };
    return "result" in answer ? { data: answer.result.data } : { failure: answer.error.data.error };
  } catch {
    return { failure: "offline" };
  }
}
