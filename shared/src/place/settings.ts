/**
 * What a town may change while the service runs. Each setting is a part of one file of the town's folder and is laid
 * over it, so that whoever reads the file reads the setting.
 */
import { z } from "zod";
import { accessibilityFile } from "../accessibility/schema.ts";
import { role } from "../accounts/schema.ts";
import { language } from "../language.ts";
import { releasesFile } from "../releases/calendar.ts";
import { isoDay } from "../reports/filter.ts";
import { lightingFile } from "../lighting/town.ts";
import { categoriesFile } from "./categories.ts";
import { privacyFile } from "./privacy.ts";
import { placeFile } from "./schema.ts";
import { serviceFile } from "./service.ts";

export const settingValues = {
  campaign: serviceFile.pick({ campaign: true }),
  introduction: serviceFile.pick({ introduction: true }),
  reasons: categoriesFile.pick({ reasons: true }),
  languages: serviceFile.pick({ languages: true }),
  calendar: releasesFile.pick({ reports: true, presence: true }),
  lampOwners: serviceFile.pick({ lampOwners: true }),
  light: lightingFile.pick({ maintenance: true, leastLux: true, usual: true, standIn: true }),
  dimming: lightingFile.pick({ dimming: true }),
  lightClasses: lightingFile.pick({ classes: true }),
  lightOptions: lightingFile.pick({ options: true }),
  contacts: placeFile.pick({ contacts: true, faultReport: true, quickExit: true }),
  privacy: privacyFile.pick({ controller: true, dataProtectionOfficer: true }),
  accessibility: accessibilityFile.pick({ body: true }),
  approvers: serviceFile.pick({ approvers: true }),
} as const;

export type SettingName = keyof typeof settingValues;
export type SettingValue<N extends SettingName = SettingName> = z.infer<(typeof settingValues)[N]>;

export const settingFiles: Record<SettingName, string> = {
  campaign: "service.json",
  introduction: "service.json",
  reasons: "categories.json",
  languages: "service.json",
  calendar: "releases.json",
  lampOwners: "service.json",
  light: "lighting.json",
  dimming: "lighting.json",
  lightClasses: "lighting.json",
  lightOptions: "lighting.json",
  contacts: "place.json",
  privacy: "privacy.json",
  accessibility: "accessibility.json",
  approvers: "service.json",
};
export const settingNames = Object.keys(settingFiles) as SettingName[];
export const settingName = z.enum(settingNames as [SettingName, ...SettingName[]]);

/** `place.saveSetting`: null goes back to what the town's folder says. */
const change = <N extends SettingName>(name: N) =>
  z.strictObject({
    name: z.literal(name),
    value: settingValues[name].nullable(),
    /** That was read; 0 for one that has never been changed. */
    version: z.number().int().min(0),
  });
export const settingChange = z.discriminatedUnion("name", [
  change("campaign"),
  change("introduction"),
  change("reasons"),
  change("languages"),
  change("calendar"),
  change("lampOwners"),
  change("light"),
  change("dimming"),
  change("lightClasses"),
  change("lightOptions"),
  change("contacts"),
  change("privacy"),
  change("accessibility"),
  change("approvers"),
]);
export type SettingChange = z.infer<typeof settingChange>;

const setting = <N extends SettingName>(name: N) =>
  z.strictObject({
    value: settingValues[name],
    /** As the town's folder has it. */
    usual: settingValues[name],
    version: z.number().int(),
    /** Null for one that stands as in the folder and always has. */
    changedOn: isoDay.nullable(),
  });

/** `place.settings`. */
export const settings = z.strictObject({
  campaign: setting("campaign"),
  introduction: setting("introduction"),
  reasons: setting("reasons"),
  languages: setting("languages"),
  calendar: setting("calendar"),
  lampOwners: setting("lampOwners"),
  light: setting("light"),
  dimming: setting("dimming"),
  lightClasses: setting("lightClasses"),
  lightOptions: setting("lightOptions"),
  contacts: setting("contacts"),
  privacy: setting("privacy"),
  accessibility: setting("accessibility"),
  approvers: setting("approvers"),
});
export type Settings = z.infer<typeof settings>;

/** What the settings are seen against. */
export const settingsAnswer = z.strictObject({
  settings,
  /** That the product has words in. */
  languages: z.array(language),
  /** The first day of the next release of each kind, by the calendar. */
  next: z.strictObject({ reports: isoDay, presence: isoDay }),
  /** Accounts with the right to approve. */
  approvers: z.array(z.strictObject({ name: z.string(), role })),
});
export type SettingsAnswer = z.infer<typeof settingsAnswer>;
