/**
 * Retention ("P13"): a report is planted and followed through every table until the written day, on which nothing of it
 * is left: neither id, day, point nor voice. Another is withdrawn, of which only hashes of its code remain.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { addDays, addMonths } from "@trygg/shared/time/local.ts";
import { forgetsOldChanges } from "../../database/row-changes.ts";
import { clearExpired } from "../../retention/clear.ts";
import { report, spotIn } from "../samples.ts";
import type { Finding, Ground } from "./ground.ts";

const DAY = "2026-11-24";
/** In place of the minutes between two rounds. */
const [ROUNDS, ROUND_MS] = [20, 250];

export async function followToTheEnd(ground: Ground): Promise<Finding> {
  const { services, call, rows, setDay } = ground;
  setDay(DAY);
  const known = new Set((await rows<{ id: string }>("select id::text from reports")).map(({ id }) => id));
  await call("reports.submit", report({ at: spotIn("vinkelgatan"), voice: "followed", light: "both" }));
  const [planted] = (
    await rows<Record<string, string>>(
      `select id::text, encode(client_key_hash, 'hex') as client_key, encode(receipt_hash, 'hex') as receipt,
         encode(voice_day, 'hex') as voice_day, encode(voice_dark, 'hex') as voice_dark from reports`,
    )
  ).filter(({ id = "" }) => !known.has(id));
  const traces = Object.values(planted ?? {});
  if (traces.length < 5) throw new Error("the planted report was not found");
  const lastDay = addDays(addMonths(DAY, services.town.retention.reports), -1);

  const forgetOldChanges = forgetsOldChanges(services.db);
  await forgetOldChanges();
  setDay(lastDay);
  await clearExpired(services);
  const kept = await tracesIn(ground, traces);
  setDay(addDays(lastDay, 1));
  await forgetOldChanges();
  await clearExpired(services);
  let left = await tracesIn(ground, traces);
  // Notes go in rounds: while somebody else on the cluster is in the middle of a transaction, theirs must wait for the next.
  for (let round = 0; round < ROUNDS && left.length > 0; round++) {
    await sleep(ROUND_MS);
    await forgetOldChanges();
    left = await tracesIn(ground, traces);
  }
  return {
    tried: traces.length,
    // Gone too early is as wrong as gone too late.
    found: left.length + (kept.length < traces.length ? 1 : 0),
    until: lastDay,
    traces_the_day_before: kept.length,
    traces_left: left.length,
  };
}

/** Which of some values stand anywhere in the tables. */
async function tracesIn({ rows }: Ground, values: string[]): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_name not like 'release_files'",
  );
  const found = new Set<string>();
  for (const { name } of tables)
    for (const value of values) {
      const [row] = await rows(`select 1 from "${name}" t where t::text like '%' || $1 || '%' limit 1`, [
        value,
      ]);
      if (row) found.add(value);
    }
  return [...found];
}
