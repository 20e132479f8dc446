/**
 * Words. A language is one file, named by its tag of BCP 47, which says of itself in `language` what it is called, which way it
 * is read and how it writes dates. Swedish is the source; every other file has the same keys, or names in `fallback` the
 * language that says what only staff see. Tests hold both.
 */
import i18next, { type ResourceKey, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { SOURCE, nearestFirst } from "@trygg/shared/language-tag.ts";
import type { Words } from "@trygg/shared/place/schema.ts";
import type sv from "./sv.json";

/** A file of words. What it leaves to its fallback is not told apart. */
export type Catalogue = typeof sv & { language: { fallback?: string } };

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof sv };
  }
}

/**
 * A translator of its own: on a server one shared by requests would mix the languages of their visitors. Without words it speaks once
 * they are loaded.
 */
export function makeTranslator(language: string, words?: ResourceKey): i18n {
  const translator = i18next.createInstance();
  void translator.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    // A form of Swedish is a language like any other, with words of its own.
    load: "currentOnly",
    resources: words ? { [language]: { translation: words } } : {},
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return translator;
}

/** A town's own words in the language that is shown, or in what it is a form of, or in Swedish. */
export function say(words: Words, language: string): string {
  const tag = nearestFirst(language).find((each) => Object.hasOwn(words, each)) ?? SOURCE;
  return words[tag] ?? words.sv;
}
