/** The town as it is now: its folder with what was imported, and set, read again on every node after either. */
import type { Database } from "../database/open.ts";
import { type Held, hold } from "../held.ts";
import { selectSettings, selectTownFiles } from "./store.ts";
import { type Town, loadTown } from "./town.ts";

export async function openTown(db: Database, name: string): Promise<Held<Town>> {
  return hold(async () => {
    const set = [...(await selectSettings(db))].flatMap(([setting, { value }]) =>
      value === null ? [] : [[setting, value] as const],
    );
    return loadTown(name, await selectTownFiles(db), new Map(set));
  });
}
