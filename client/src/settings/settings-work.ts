/** The setting that is being changed. */
import { draftWork } from "../ui/draft-work.tsx";
import { type SettingDraft, isTouched } from "./setting-draft.ts";

export const { Provider: SettingsWorkProvider, useWork: useSettingsWork } =
  draftWork<SettingDraft>(isTouched);
