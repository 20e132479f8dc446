/** The town as it is now: its folder with what was imported, read again on every node after an import. */
import type { Database } from "../database/open.ts";
import { type Held, hold } from "../held.ts";
import { selectTownFiles } from "./store.ts";
import { type Town, loadTown } from "./town.ts";

export async function openTown(db: Database, name: string): Promise<Held<Town>> {
  return hold(async () => loadTown(name, await selectTownFiles(db)));
}
