/** Notes about what cannot be used: anybody sends one, staff read them and take away those that are dealt with. */
import type { Note, NoteInput } from "@trygg/shared/accessibility/schema.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { audit } from "../audit/audit.ts";
import type { Services, StaffContext } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { deleteNote, insertNote, selectNotes } from "./store.ts";

/** The newest that are shown at once; those behind them come up as others are taken away. */
const MOST_SHOWN = 200;

export async function sendNote(
  { db, now, town }: Services,
  { page = null, text }: { page?: NoteInput["page"] | null; text: string },
): Promise<{ sent: true }> {
  await insertNote(db, { day: localDate(now(), town.place.timeZone), page, text });
  return { sent: true };
}

export async function listNotes({ db }: Services): Promise<Note[]> {
  return selectNotes(db, MOST_SHOWN);
}

export async function removeNote(context: StaffContext, id: string): Promise<{ removed: true }> {
  if (!(await deleteNote(context.db, id))) throw new Refusal("notFound", "expected the id of a note");
  // The text is gone for good, so that the log must not hold it either.
  await audit(context, "accessibility.removeNote", { id });
  return { removed: true };
}
