/** Filters that somebody of staff keeps under a name: their own, and nobody else's. */
import { MOST_SAVED, type SavedFilter, type SavedInput } from "@trygg/shared/reports/saved.ts";
import type { StaffContext } from "../../context.ts";
import { Refusal } from "../../refusal.ts";
import { deleteFilter, insertFilter, selectFilters, updateFilter } from "./store.ts";

export async function listFilters({ db, session }: StaffContext): Promise<SavedFilter[]> {
  return selectFilters(db, session.accountId);
}

/**
 * Keeps a filter, or changes one. Throws `conflict` for a name that another has, and where there are as many as are kept;
 * `notFound` for somebody else's and for what is not there alike.
 */
export async function saveFilter({ db, session }: StaffContext, input: SavedInput): Promise<SavedFilter> {
  const { accountId } = session;
  const { id, ...kept } = input;
  const others = (await selectFilters(db, accountId)).filter((each) => each.id !== id);
  if (others.some(({ name }) => name === kept.name))
    throw new Refusal("conflict", "expected a name that no other filter has");
  if (id === undefined && others.length >= MOST_SAVED)
    throw new Refusal("conflict", `expected at most ${MOST_SAVED} filters`);
  const stored = id ? await updateFilter(db, accountId, id, kept) : await insertFilter(db, accountId, kept);
  if (!stored) throw new Refusal(id ? "notFound" : "conflict", "expected the id of a filter, or a new name");
  return stored;
}

/** Answers what it was, so that it can be kept again. Throws `notFound` as above. */
export async function removeFilter({ db, session }: StaffContext, id: string): Promise<SavedFilter> {
  const removed = await deleteFilter(db, session.accountId, id);
  if (!removed) throw new Refusal("notFound", "expected the id of a filter");
  return removed;
}
