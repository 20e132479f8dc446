/** Changes the language of a page in place, with the words of the other language fetched when they are asked for. */
import type { i18n } from "i18next";
import type { Catalogue } from "./index.ts";

const files = import.meta.glob<Catalogue>("./*.json", { import: "default" });

/** `./sv-simple.json` → `sv-simple`. */
export const tagOf = (path: string) => path.replace(/^\.\/|\.json$/g, "");

export async function changeLanguage(translator: i18n, language: string): Promise<void> {
  if (!translator.hasResourceBundle(language, "translation"))
    for (const words of await wordsOf(language))
      translator.addResourceBundle(language, "translation", words, true, true);
  await translator.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = translator.t("language.direction");
}

/** What a language falls back to, then its own words, which are laid over it. */
async function wordsOf(language: string): Promise<Catalogue[]> {
  const words = await files[`./${language}.json`]?.();
  if (!words) throw new Error(`expected the tag of a language, got "${language}"`);
  const { fallback } = words.language;
  return fallback === undefined ? [words] : [...(await wordsOf(fallback)), words];
}
