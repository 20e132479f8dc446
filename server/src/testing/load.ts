/** Residents who report over HTTP without a pause, and a witness who writes down every receipt that was given. */
import type { ReportInput } from "@trygg/shared/reports/schema.ts";
import { report, spotIn, town } from "./samples.ts";

export interface Load {
  /** Reports with the receipt that was given for them. */
  acknowledged: Map<string, { input: ReportInput; receipt: string }>;
  /** Sent, but never answered: they may or may not be stored. */
  unanswered: Map<string, ReportInput>;
  /** Answers other than a receipt, by status. */
  refused: Map<number, number>;
  /** Milliseconds of each answered send. */
  took: number[];
  /** Lets every resident finish what is under way. */
  stop(): Promise<void>;
}

const areas = [...town.areas.keys()];

/** Starts `residents` at a time. Each ends by itself at the first send that is not answered. */
export function startLoad(url: string, residents: number): Load {
  const stopping = new AbortController();
  const load = { acknowledged: new Map(), unanswered: new Map(), refused: new Map(), took: [] } as Omit<
    Load,
    "stop"
  >;
  let sent = 0;
  const work = async () => {
    while (!stopping.signal.aborted) {
      const input = report({ at: spotIn(areas[(sent += 1) % areas.length] ?? "stortorget") });
      load.unanswered.set(input.clientKey, input);
      const started = performance.now();
      const answer = await submit(url, input).catch(() => undefined);
      if (answer === undefined) return;
      load.took.push(performance.now() - started);
      load.unanswered.delete(input.clientKey);
      if (answer.receipt) load.acknowledged.set(input.clientKey, { input, receipt: answer.receipt });
      else load.refused.set(answer.status, (load.refused.get(answer.status) ?? 0) + 1);
    }
  };
  const working = Array.from({ length: residents }, work);
  return {
    ...load,
    async stop() {
      stopping.abort();
      await Promise.all(working);
    },
  };
}

/** Rejects when nobody answers. */
export async function submit(url: string, input: ReportInput): Promise<{ status: number; receipt?: string }> {
  const { status, receipt } = await call(url, "reports.submit", input);
  return receipt === undefined ? { status } : { status, receipt };
}

/** What has become of a report, or undefined when there is none with this receipt. */
export async function stateOf(url: string, receipt: string): Promise<string | undefined> {
  return (await call(url, "reports.receipt", { receipt })).state;
}

interface Answer {
  status: number;
  receipt?: string;
  state?: string;
}

async function call(url: string, procedure: string, input: unknown): Promise<Answer> {
  const answer = await fetch(`${url}/trpc/${procedure}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  const { result } = (await answer.json()) as { result?: { data: Omit<Answer, "status"> } };
  return { ...result?.data, status: answer.status };
}
