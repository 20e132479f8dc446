import { describe, expect, it } from "vitest";
import { catalogues, languages } from "./catalogues.ts";
import type { WordTree } from "./page-words.ts";

/** What only staff see; a language may leave it to the one that it names as its fallback. */
const desk =
  /^(cases|effect|desk\.(?!title)|audit|suggest|exports|disclosures|news|settings|imports|releases\.(?!list|picture|attacked)|layers\.(reports|hotSpots|density|coverage|need|suggested|lux)|lighting\.(need|count|level)|reports\.(?!when|light\.(dark|light)$)|patrols|measures\.(form|undo|undone|public|conflict|wrong|saved|add)|accounts\.(again|demonstration)|myAccount|users|lamps|luminaires)\b/;

/** Every text of a catalogue by the path of its key; what it says of itself is no text. */
function textsOf({ language: _head, ...words }: WordTree): Map<string, string> {
  const leaves = (node: WordTree[string], path: string): [string, string][] =>
    typeof node === "string"
      ? [[path, node]]
      : Object.entries(node).flatMap(([key, value]) => leaves(value as WordTree[string], `${path}.${key}`));
  return new Map(Object.entries(words).flatMap(([key, value]) => leaves(value, key)));
}

/** Keys of a plural end in the kinds of number that the language tells apart. */
const PLURAL = /_(zero|one|two|few|many|other)$/;
const placeholders = (text = "") => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();

const swedish = textsOf(catalogues.get("sv") ?? {});
const others = languages
  .filter(({ tag }) => tag !== "sv")
  .map(({ tag }) => {
    const catalogue = catalogues.get(tag);
    if (!catalogue) throw new Error(`expected a catalogue of "${tag}"`);
    return { tag, texts: textsOf(catalogue), fallback: catalogue.language.fallback };
  });

describe("the languages", () => {
  it("are Swedish, its easy form and English, each by its own name", () => {
    expect(languages.map(({ tag, name }) => [tag, name])).toEqual([
      ["sv", "Svenska"],
      ["sv-simple", "Lättläst svenska"],
      ["en", "English"],
    ]);
  });

  it.each(others.filter(({ fallback }) => fallback !== undefined))(
    "that lack words name a language that has them: $tag",
    ({ fallback = "" }) => {
      expect(catalogues.get(fallback)?.language).not.toHaveProperty("fallback");
    },
  );
});

describe.each(others)("the words in $tag", ({ tag, texts, fallback }) => {
  const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;

  it("are there for every key, but for what only staff see where it has a fallback", () => {
    const wanted = [...swedish.keys()].filter((key) => fallback === undefined || !desk.test(key));
    const plain = (keys: Iterable<string>) => new Set([...keys].map((key) => key.replace(PLURAL, "")));
    expect([...plain(texts.keys())]).toEqual(expect.arrayContaining([...plain(wanted)]));
    expect([...plain(swedish.keys())]).toEqual(expect.arrayContaining([...plain(texts.keys())]));
  });

  it("are there for every kind of number that the language tells apart", () => {
    const plurals = new Set(
      [...texts.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, "")),
    );
    const wanted = [...plurals].flatMap((key) => categories.map((category) => `${key}_${category}`));
    expect([...texts.keys()]).toEqual(expect.arrayContaining(wanted));
  });

  it.each([...texts])("fill in the same values in %s", (key, text) => {
    const same = swedish.get(key) ?? swedish.get(key.replace(PLURAL, "_other"));
    expect(placeholders(text)).toEqual(placeholders(same));
  });
});

describe("every text", () => {
  it("says something", () => {
    for (const texts of [swedish, ...others.map((each) => each.texts)])
      for (const text of texts.values()) expect(text.trim()).not.toBe("");
  });

  it("is Swedish in Swedish", () => {
    const english = others.find(({ tag }) => tag === "en")?.texts;
    const same = [...swedish].filter(
      ([key, text]) => text === english?.get(key) && /[a-z]{4}/i.test(text.replace(/\{\{\w+\}\}/g, "")),
    );
    // Words that are the same in both languages.
    expect(same.map(([, text]) => text).sort()).toEqual([
      "Demonstration.",
      "EULUMDAT",
      "Filter",
      "Format",
      "OpenStreetMap",
      "Partner",
      "park",
      "under ",
    ]);
  });
});
