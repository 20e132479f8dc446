/**
 * Windows of the desk's list of single reports at 100,000, over HTTP as the browser asks: everywhere in the list, by filters
 * and by what staff have noted. Beside PostgreSQL giving the same window of the whole list by its offset, asked on a bare
 * connection for the ids alone. The rows are compared before anything is timed.
 */
import { strictEqual } from "node:assert";
import type { ListInput, ReportRow } from "@trygg/shared/reports/marks.ts";
import { makeRandom } from "../src/demonstration/random.ts";
import { callsOf } from "../src/testing/calls.ts";
import { openSessionFor } from "../src/testing/people.ts";
import { type Result, median, quantile, rounded, timed } from "./figures.ts";
import { openStage } from "./stage.ts";
import { inventWorkload, storeWorkload } from "./workload.ts";

const SIZE = 100_000;
const PERIOD = { from: "2023-11-23", to: "2026-11-22" };
const COUNT = 100;
const ROUNDS = 120;
const MOST_MS = 100;
/** Marked as read: every so many. */
const READ = 3;

const lists: [string, ListInput][] = [
  ["all", {}],
  ["filtered", { feeling: "unsafe", light: "dark", reasons: ["lighting", "deserted"] }],
  ["unseen", { only: "unseen" }],
  ["unlinked", { only: "unlinked", feeling: "unsafe" }],
];

export async function* measureDeskList(): AsyncGenerator<Result> {
  const stage = await openStage();
  const { services, client } = stage;
  try {
    await storeWorkload(client, inventWorkload(services.town, { count: SIZE, ...PERIOD }));
    await client.query(
      "insert into report_marks (report_id, seen_on) select id, '2026-11-22' from reports where get_byte(uuid_send(id), 0) % $1 = 0",
      [READ],
    );
    await client.query("vacuum analyze");
    const { call } = callsOf(await stage.openApp());
    const headers = { cookie: `session=${await openSessionFor(services, { role: "planner" })}` };
    await call("reports.giveReason", { reason: "Underlag för ny belysning" }, headers);
    const ask = async (input: ListInput) => {
      const { status, data } = await call("reports.list", input, headers);
      strictEqual(status, 200);
      return data as { all: number; rows: ReportRow[] };
    };
    const bare = (skip: number) =>
      client.query<{ id: string }>(
        "select id from reports where weight = 1 order by received_on desc, id limit $1 offset $2",
        [COUNT, skip],
      );
    for (const [name, input] of lists) {
      const random = makeRandom(name);
      const {
        value: { all },
        ms: first,
      } = await timed(() => ask({ ...input, count: COUNT }));
      const places = Array.from({ length: ROUNDS }, () => random.whole(0, all - 1));
      if (name === "all")
        for (const skip of places.slice(0, 5)) {
          const [{ rows }, { rows: ids }] = [await ask({ skip, count: COUNT }), await bare(skip)];
          strictEqual(rows.map(({ id }) => id).join(), ids.map(({ id }) => id).join());
        }
      const [ours, offset]: [number[], number[]] = [[], []];
      for (const skip of places) {
        ours.push((await timed(() => ask({ ...input, skip, count: COUNT }))).ms);
        offset.push((await timed(() => bare(skip))).ms);
      }
      yield {
        name: `desk-list ${name}`,
        n: all,
        first_ms: rounded(first),
        median_ms: rounded(median(ours)),
        p99_ms: rounded(quantile(ours, 0.99)),
        baseline: rounded(median(offset)),
        ratio: rounded(median(ours) / median(offset)),
        holds: quantile(ours, 0.99) <= MOST_MS,
      };
    }
  } finally {
    await stage.close();
  }
}
