/** Words. Swedish is the source; every other catalogue has the same keys, which a test holds. */
import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Words } from "@trygg/shared/place/schema.ts";
import type accessibility from "./accessibility.sv.json";
import en from "./en.json";
import sv from "./sv.json";

export const languages = ["sv", "en"] as const;
export type Language = (typeof languages)[number];

const catalogues: Record<Language, { translation: typeof sv }> = {
  sv: { translation: sv },
  en: { translation: en },
};

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof sv; accessibility: typeof accessibility };
  }
}

/** A translator of its own: on a server one shared by requests would mix the languages of their visitors. */
export function makeTranslator(language: Language): i18n {
  const translator = i18next.createInstance();
  void translator.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: catalogues,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return translator;
}

export const isLanguage = (value: string | undefined): value is Language =>
  (languages as readonly (string | undefined)[]).includes(value);

/** A town's own words in the language that is shown. */
export function say(words: Words, language: string): string {
  return isLanguage(language) ? words[language] : words.sv;
}
