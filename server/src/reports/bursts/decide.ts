/** What a coordinator sees of bursts, and decides of a whole one at once. */
import { type Burst, type BurstInput, UNDO_DAYS } from "@trygg/shared/reports/bursts.ts";
import { addDays, localDate } from "@trygg/shared/time/local.ts";
import { audit } from "../../audit/audit.ts";
import type { Services, StaffContext } from "../../context.ts";
import { Refusal } from "../../refusal.ts";
import { deleteRemovedBefore, lockBurst, lockBursts, selectBursts, storeDecision } from "./store.ts";

/** Bursts that wait, and those whose decision can still be undone. */
export async function listBursts(services: Services): Promise<Burst[]> {
  return selectBursts(services.db, firstUndoable(services));
}

/** Throws `conflict` where somebody else has decided, or undone it, or it is too late to undo. */
export async function decideBurst(context: StaffContext, { id, decision }: BurstInput): Promise<null> {
  const { db, changes } = context;
  const reports = await db.transaction(async (tx) => {
    await lockBursts(tx);
    const burst = await lockBurst(tx, id);
    if (!burst) throw new Refusal("notFound", "expected the id of a burst");
    const isOpen =
      decision === null
        ? burst.decidedOn !== null && burst.decidedOn > firstUndoable(context)
        : burst.decision === null;
    if (!isOpen) throw new Refusal("conflict", `expected a burst that is not ${burst.decision ?? "open"}`);
    return storeDecision(tx, id, decision, today(context));
  });
  await audit(context, "reports.decideBurst", { burst: id, decision, reports });
  changes.tell("reports");
  return null;
}

/** Deletes for good what was taken away so long ago that it cannot be undone. */
export async function clearRemovedBursts(services: Services): Promise<void> {
  await deleteRemovedBefore(services.db, addDays(firstUndoable(services), 1), today(services));
}

const today = ({ now, town }: Services) => localDate(now(), town.place.timeZone);
/** Decisions of this day and before stand. */
const firstUndoable = (services: Services) => addDays(today(services), -UNDO_DAYS);
