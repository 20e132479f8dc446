/** Changes one setting, or lets it stand again as in the town's folder; every node follows. */
import type { SettingChange, SettingName, SettingValue } from "@trygg/shared/place/settings.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { audit } from "../../audit/audit.ts";
import type { StaffContext } from "../../context.ts";
import type { Database } from "../../database/open.ts";
import { Refusal } from "../../refusal.ts";
import { renderer } from "../../renderer.ts";
import { isDimmingUsed, isOwnerUsed, isReasonUsed, storeSetting } from "../store.ts";
import type { Town } from "../town.ts";
import { readSetting } from "./list.ts";

/** Its new version. */
export async function saveSetting(
  context: StaffContext,
  { name, value, version }: SettingChange,
): Promise<{ version: number }> {
  const { db, town, now, changes } = context;
  const { value: before, usual } = await readSetting(context, name);
  const after = value ?? usual;
  // One name gives all three; the compiler cannot follow that.
  await refuseImpossible[name]?.(db, before as never, after as never, town);
  await db.transaction(async (tx) => {
    const changedOn = localDate(now(), town.place.timeZone);
    if (!(await storeSetting(tx, version, { name, value, changedOn })))
      throw new Refusal("conflict", `expected version ${version} of ${name}; somebody has changed it since`);
    await audit({ ...context, db: tx }, "place.saveSetting", { name, from: before, to: after });
  });
  changes.tell("settings");
  await context.reloadTown();
  return { version: version + 1 };
}

type Refuse<N extends SettingName> = (
  db: Database,
  before: SettingValue<N>,
  after: SettingValue<N>,
  town: Town,
) => Promise<void>;

/** What a shape alone cannot tell. Each throws a Refusal. */
const refuseImpossible: { [N in SettingName]?: Refuse<N> } = {
  async reasons(db, before, after) {
    const feelings = new Map(before.reasons.map(({ id, feeling }) => [id, feeling]));
    for (const { id, feeling } of after.reasons)
      if ((feelings.get(id) ?? feeling) !== feeling)
        throw new Refusal("unknownReason", `expected ${id} to keep its feeling, got ${feeling}`, {
          value: id,
        });
    await refuseUsed(goneFrom(before.reasons, after.reasons), (id) => isReasonUsed(db, id));
  },
  lampOwners: (db, before, after) =>
    refuseUsed(goneFrom(before.lampOwners, after.lampOwners), (id) => isOwnerUsed(db, id)),
  dimming: (db, before, after) =>
    refuseUsed(goneFrom(before.dimming, after.dimming), (id) => isDimmingUsed(db, id)),
  async lightClasses(_db, _before, { classes }, { areas }) {
    const stranger = Object.keys(classes).find((id) => !areas.has(id));
    if (stranger !== undefined)
      throw new Refusal("unknownArea", `expected release areas of the town, got "${stranger}"`, {
        value: stranger,
      });
  },
  async languages(_db, _before, { languages }) {
    const known = renderer.languages.map(({ tag }) => tag);
    const stranger = languages?.find((tag) => !known.includes(tag));
    if (stranger !== undefined)
      throw new Refusal("invalidInput", `expected some of ${known.join(", ")}, got ${stranger}`);
  },
};

interface Named {
  id: string;
}

function goneFrom(before: Named[], after: Named[]): string[] {
  const left = new Set(after.map(({ id }) => id));
  return before.map(({ id }) => id).filter((id) => !left.has(id));
}

async function refuseUsed(ids: string[], isUsed: (id: string) => Promise<boolean>): Promise<void> {
  for (const id of ids)
    if (await isUsed(id)) throw new Refusal("inUse", `expected ${id} to stay: it is in use`, { value: id });
}
