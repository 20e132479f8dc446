/** Fills the columns of presence from the store, and renews the months in which something has changed there. */
import type { Database } from "../../database/open.ts";
import { readChanges } from "../../database/row-changes.ts";
import { type Snapshot, readSnapshot } from "../../database/snapshot.ts";
import { copyOfVisits } from "../store.ts";
import {
  type PresenceBlock,
  type PresenceColumns,
  type Visit,
  addVisit,
  makePresence,
  makePresenceBlock,
  monthOfHour,
} from "./columns.ts";

export interface FilledPresence {
  columns: PresenceColumns;
  /** From which transaction on changes are read next time. */
  next: string;
}

export async function fillPresence(db: Database): Promise<FilledPresence> {
  return readSnapshot(db, async (snapshot) => {
    const { next } = await readChanges(snapshot.db, "patrols", null);
    const columns = makePresence();
    await readVisits(snapshot, copyOfVisits(), (visit) => {
      const month = monthOfHour(visit.hour);
      let block = columns.blocks.get(month);
      if (!block) columns.blocks.set(month, (block = makePresenceBlock()));
      addVisit(columns, block, visit);
    });
    return { columns, next };
  });
}

export async function refreshPresence(db: Database, filled: FilledPresence): Promise<FilledPresence> {
  const { columns } = filled;
  const read = await readSnapshot(db, async (snapshot) => {
    const found = await readChanges(snapshot.db, "patrols", filled.next);
    if (found.missed) return undefined;
    const blocks = new Map<string, PresenceBlock>();
    for (const month of new Set(found.changes.map((change) => change.month))) {
      const block = makePresenceBlock();
      blocks.set(month, block);
      await readVisits(snapshot, copyOfVisits(month), (visit) => addVisit(columns, block, visit));
    }
    return { renewed: blocks, next: found.next };
  });
  if (!read) return fillPresence(db);
  const { renewed, next } = read;
  // Only once all is read: a connection that breaks in the middle must leave the columns as they were.
  for (const [month, block] of renewed)
    if (block.count > 0) columns.blocks.set(month, block);
    else columns.blocks.delete(month);
  return { columns, next };
}

/** Calls back for each row of `copyOfVisits`; a visit is only good until the next. */
async function readVisits(snapshot: Snapshot, query: string, onVisit: (visit: Visit) => void): Promise<void> {
  const visit = {
    square: "",
    hour: 0,
    hourOfWeek: 0,
    dark: false,
    seconds: 0,
    patrolHigh: 0,
    patrolLow: 0,
  };
  await snapshot.copy(query, (copied) => {
    visit.square = copied.text(0);
    visit.hour = copied.int(1);
    visit.hourOfWeek = copied.int(2);
    visit.dark = copied.int(3) === 1;
    visit.seconds = copied.int(4);
    visit.patrolHigh = copied.high(5);
    visit.patrolLow = copied.low(5);
    onVisit(visit);
  });
}
