/** Lays settings over the files of a town: each is a part of a file, and takes the place of that part. */
import { type SettingName, type SettingValue, settingFiles } from "@trygg/shared/place/settings.ts";
import type { TownFiles } from "../town.ts";

export type SetValues = ReadonlyMap<SettingName, SettingValue>;

export function laySettings(files: TownFiles, set: SetValues): TownFiles {
  const over = (file: string) => [...set].filter(([name]) => settingFiles[name] === file);
  return {
    ...files,
    path: (file) => [files.path(file), ...over(file).map(([name]) => `the setting ${name}`)].join(", "),
    read(file) {
      const content = files.read(file);
      const values = over(file).map(([, value]) => value);
      if (values.length === 0) return content;
      const parts = JSON.parse(content.toString()) as object;
      return Buffer.from(JSON.stringify(Object.assign(parts, ...values)));
    },
    get own() {
      return files.own;
    },
    get unset() {
      return files;
    },
  };
}
