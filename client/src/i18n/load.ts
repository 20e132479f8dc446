/** Changes the language of the light page in place, with the words of the other language fetched when they are asked for. */
import type { i18n } from "i18next";
import type { Language } from "./index.ts";

const loaders = {
  sv: () => import("./sv.json"),
  en: () => import("./en.json"),
} satisfies Record<Language, () => Promise<unknown>>;

export async function changeLanguage(translator: i18n, language: Language): Promise<void> {
  if (!translator.hasResourceBundle(language, "translation")) {
    const { default: words } = await loaders[language]();
    translator.addResourceBundle(language, "translation", words);
  }
  await translator.changeLanguage(language);
}
