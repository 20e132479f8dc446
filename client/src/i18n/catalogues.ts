/** Every word in every language; too much for a page, which gets a part of it or loads the language that it shows. */
import { type Language, language } from "@trygg/shared/language.ts";
import { SOURCE } from "@trygg/shared/language-tag.ts";
import type { Catalogue } from "./index.ts";
import { tagOf } from "./load.ts";

const files = import.meta.glob<Catalogue>("./*.json", { eager: true, import: "default" });

/** By tag. */
export const catalogues: ReadonlyMap<string, Catalogue> = new Map(
  Object.entries(files).map(([path, words]) => [tagOf(path), words]),
);

/** What a visitor may choose from: Swedish and its forms first, then the others by the names they give themselves. */
export const languages: readonly Language[] = [...catalogues]
  .map(
    ([
      tag,
      {
        language: { name, direction },
      },
    ]) => language.parse({ tag, name, direction }),
  )
  .toSorted((a, b) => distance(a.tag) - distance(b.tag) || a.name.localeCompare(b.name, SOURCE));

function distance(tag: string): number {
  if (tag === SOURCE) return 0;
  return tag.startsWith(`${SOURCE}-`) ? 1 : 2;
}
