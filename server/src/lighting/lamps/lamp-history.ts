/** What a lamp was before, with when and by whom it was changed: the role of staff, never the name. */
import { type LampChange, untoldLight } from "@trygg/shared/lighting/schema.ts";
import type { Services } from "../../context.ts";
import { toLamp } from "./lamps.ts";
import { selectLampChanges } from "../store.ts";

export async function lampHistory({ db }: Services, id: string): Promise<LampChange[]> {
  const changes = await selectLampChanges(db, id);
  return changes.map(({ at, before, role, file }) => ({
    at: at.toISOString(),
    role,
    file,
    // What was kept before lamps told of their light lacks it.
    before: toLamp({ id, ...untoldLight, ...before }),
  }));
}
