/** Takes the imported map away, so that the town's own folder stands again. Lamps stay: they are corrected one by one. */
import { appendEntry } from "../../audit/append.ts";
import type { Services } from "../../context.ts";
import { lockImports } from "../../imports/store.ts";
import { deleteTownFiles } from "../store.ts";

/** The number of files that were taken away. */
export async function removeOsm({ db, hash, now, changes }: Services): Promise<number> {
  const removed = await db.transaction(async (tx) => {
    await lockImports(tx);
    const files = await deleteTownFiles(tx, "osm");
    const details = { kind: "osm", files: files.length };
    await appendEntry(
      { db: tx, hash },
      { at: new Date(now()), accountId: null, role: "operator", action: "imports.remove", details },
    );
    return files.length;
  });
  changes.tell("place");
  return removed;
}
