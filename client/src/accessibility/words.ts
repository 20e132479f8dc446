/** The words of the accessibility statement: a catalogue of its own, so that no other page carries it. */
import type { i18n } from "i18next";
import en from "../i18n/accessibility.en.json";
import sv from "../i18n/accessibility.sv.json";

export function withAccessibilityWords(translator: i18n): i18n {
  translator.addResourceBundle("sv", "accessibility", sv);
  translator.addResourceBundle("en", "accessibility", en);
  return translator;
}
