/** A setting while it is being changed: what it was when it was opened, and what is wrong with what is typed. */
import {
  type SettingChange,
  type SettingName,
  type SettingValue,
  type Settings,
  settingValues,
} from "@trygg/shared/place/settings.ts";
import type { z } from "zod";

export interface SettingDraft {
  name: SettingName;
  opened: SettingValue;
  value: SettingValue;
  /** That was read. */
  version: number;
}

export const openDraft = (name: SettingName, { value, version }: Settings[SettingName]): SettingDraft => ({
  name,
  opened: value,
  value,
  version,
});

export const isTouched = ({ opened, value }: SettingDraft) => !isSame(opened, value);

export const isSame = (one: SettingValue, other: SettingValue) =>
  JSON.stringify(one) === JSON.stringify(other);

/** What is sent: what is the same as in the town's folder is no setting. */
export function toChange(
  name: SettingName,
  value: SettingValue,
  version: number,
  usual: SettingValue,
): SettingChange {
  // The name and its value come from one draft; the compiler cannot follow that.
  return { name, value: isSame(value, usual) ? null : value, version } as SettingChange;
}

export const wrongs = [
  "missing",
  "range",
  "long",
  "many",
  "link",
  "phone",
  "date",
  "order",
  "twice",
  "allHidden",
  "emergency",
  "swedish",
  "other",
] as const;
export type Wrong = (typeof wrongs)[number];

/** What is wrong with a value, by the path of its field: `contacts.0.number`. */
export function wrongFields(name: SettingName, value: SettingValue): Map<string, Wrong> {
  const { error } = settingValues[name].safeParse(value);
  const found = new Map<string, Wrong>();
  for (const issue of error?.issues ?? []) {
    const path = issue.path.join(".");
    if (!found.has(path)) found.set(path, wrongOf(issue));
  }
  return found;
}

function wrongOf(issue: z.core.$ZodIssue): Wrong {
  switch (issue.code) {
    case "too_small":
      return issue.origin === "number" || issue.origin === "int" ? "range" : "missing";
    case "invalid_type":
      return issue.expected === "int" ? "range" : "missing";
    case "too_big":
      if (issue.origin === "array") return "many";
      return issue.origin === "string" ? "long" : "range";
    case "invalid_format":
      return { url: "link", regex: "phone", date: "date" }[issue.format as string] as Wrong;
    case "custom":
      return wrongs.find((each) => each === issue.params?.["wrong"]) ?? "other";
    default:
      return "other";
  }
}
