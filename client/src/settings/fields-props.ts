/** What every setting's fields are given. */
import type { SettingName, SettingValue, SettingsAnswer } from "@trygg/shared/place/settings.ts";

export interface FieldsProps<N extends SettingName> {
  value: SettingValue<N>;
  onValue(value: SettingValue<N>): void;
  /** What is wrong with a field, in words, by its path. */
  wrong(path: string): string | undefined;
  /** How everything stands. */
  answer: SettingsAnswer;
}
