/** That staff have read the reports of an area, for those who hold a receipt from there: the day, and not by whom. */
import type { SeenInput } from "@trygg/shared/reports/seen.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import type { StaffContext } from "../context.ts";
import { findArea } from "../place/area.ts";
import { requirePointsReason } from "./points-reason.ts";
import { deleteSeen, insertSeen } from "./store.ts";

/** Marks today, or takes today's mark back. Throws `notAllowed` for whoever cannot have read single reports. */
export async function markSeen(
  { db, now, town, session }: StaffContext,
  { area: id, seen }: SeenInput,
): Promise<SeenInput> {
  requirePointsReason(session);
  const area = findArea(town, id).id;
  const today = localDate(now(), town.place.timeZone);
  await (seen ? insertSeen(db, area, today) : deleteSeen(db, area, today));
  return { area, seen };
}
