/** The town as it is now: its folder with what was imported, read again on every node after an import. */
import type { Database } from "../database/open.ts";
import { selectTownFiles } from "./store.ts";
import { type Town, loadTown } from "./town.ts";

export interface CurrentTown {
  now(): Town;
  reload(): Promise<void>;
}

export async function openTown(db: Database, name: string): Promise<CurrentTown> {
  const load = async () => loadTown(name, await selectTownFiles(db));
  let town = await load();
  let reading: Promise<void> = Promise.resolve();
  return {
    now: () => town,
    reload() {
      // One after the other: a slow reading of an older state must not overwrite a newer one.
      const before = reading;
      reading = (async () => {
        await before.catch(() => undefined);
        town = await load();
      })();
      return reading;
    },
  };
}
