/** Every setting as it stands, as the town's folder has it, and when it was changed. */
import {
  type SettingName,
  type SettingValue,
  type SettingsAnswer,
  settingFiles,
  settingNames,
  settingValues,
  settings,
} from "@trygg/shared/place/settings.ts";
import { selectApprovers } from "../../accounts/store.ts";
import type { Services } from "../../context.ts";
import { nextRelease } from "../../releases/due.ts";
import { renderer } from "../../renderer.ts";
import { findSetting } from "../store.ts";
import { read } from "../town.ts";

export async function listSettings(services: Services): Promise<SettingsAnswer> {
  const all = await Promise.all(settingNames.map(async (name) => [name, await readSetting(services, name)]));
  return {
    settings: settings.parse(Object.fromEntries(all)),
    languages: [...renderer.languages],
    next: { reports: nextRelease(services, "reports").on, presence: nextRelease(services, "presence").on },
    approvers: await selectApprovers(services.db),
  };
}

interface Setting {
  value: SettingValue;
  usual: SettingValue;
  version: number;
  changedOn: string | null;
}

/** From the store and not from what this node holds, so that value and version belong together. */
export async function readSetting({ db, town }: Services, name: SettingName): Promise<Setting> {
  const row = await findSetting(db, name);
  const usual = read(town.files.unset, settingFiles[name], settingValues[name].strip());
  return {
    value: row?.value ?? usual,
    usual,
    version: row?.version ?? 0,
    changedOn: row?.changedOn ?? null,
  };
}
