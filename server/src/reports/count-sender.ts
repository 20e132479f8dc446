/** Who those who report are, counted by month: nothing here comes from a report, or leads to one. */
import type { Sender } from "@trygg/shared/reports/sender.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { countSender as countInStore } from "./store.ts";

/** Counts what somebody says of themselves. Each call counts: whoever calls sends it once, and rather never than twice. */
export async function countSender(
  { db, now, town }: Services,
  { age, gender }: Sender,
): Promise<{ counted: true }> {
  const month = `${localDate(now(), town.place.timeZone).slice(0, 7)}-01`;
  await countInStore(db, { month, age: age ?? "unsaid", gender: gender ?? "unsaid" });
  return { counted: true };
}
