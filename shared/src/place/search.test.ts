import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSlip, openSearch } from "./search.ts";

const names = [
  "Stortorget",
  "Ågatan",
  "Drottninggatan",
  "Drottninggatan / Rådhusgatan",
  "Kungsgatan / Rådhusgatan",
  "Kungsgatan",
  "Östra piren",
  "Rådhuset",
  "Rådhusgatan",
  "Möllebacken",
];
const places = [
  ...names.map((name) => ({ name })),
  { name: "Hamnparken", alias: "Harbour Park" },
  { name: "lamp-0012", alias: "lampa" },
  { name: "lamp-0120", alias: "lampa" },
];
const search = openSearch(places);
const find = (query: string) => search.find(query).map(({ name }) => name);

describe("searching for a place", () => {
  it.each([
    ["stortorget", ["Stortorget"]],
    ["STOR", ["Stortorget"]],
    ["agatan", ["Ågatan"]],
    ["a\u030agatan", ["Ågatan"]],
    ["ostra", ["Östra piren"]],
    ["piren Østra", ["Östra piren"]],
    ["drottning", ["Drottninggatan", "Drottninggatan / Rådhusgatan"]],
    ["drottning gatan", ["Drottninggatan", "Drottninggatan / Rådhusgatan"]],
    ["torget", ["Stortorget"]],
    ["harbour", ["Hamnparken"]],
    ["xyz", []],
    ["", []],
    [" / ", []],
  ])("finds by “%s”", (query, found) => {
    expect(find(query)).toEqual(found);
  });

  it.each([
    "drottninggatan/rådhusgatan",
    "Rådhusgatan Drottninggatan",
    "hörnet Drottninggatan och Rådhusgatan",
    "korsningen av rådhusgatan och drottninggatan",
    "the corner of Drottninggatan and Rådhusgatan",
    "drottn rådhusg",
    "drotninggatan / rådusgatan",
  ])("finds a crossing by “%s”", (query) => {
    expect(find(query)).toEqual(["Drottninggatan / Rådhusgatan"]);
  });

  it.each([
    ["lampa 12", ["lamp-0012", "lamp-0120"]],
    ["0012", ["lamp-0012"]],
    ["lamp-0120", ["lamp-0120"]],
    ["lamp 0121", []],
  ])("finds a lamp by its number, never by another: “%s”", (query, found) => {
    expect(find(query)).toEqual(found);
  });

  it("puts whole words before begun ones, and both before misspelled ones", () => {
    expect(find("rådhusgatan")[0]).toBe("Rådhusgatan");
    expect(find("rådhus")).toEqual([
      "Rådhuset",
      "Rådhusgatan",
      "Drottninggatan / Rådhusgatan",
      "Kungsgatan / Rådhusgatan",
    ]);
    const near = openSearch([{ name: "Kungsgatan" }, { name: "Ringsgatan" }, { name: "Kingsgatan" }]);
    expect(near.find("kingsgatan").map(({ name }) => name)).toEqual([
      "Kingsgatan",
      "Kungsgatan",
      "Ringsgatan",
    ]);
  });

  it("answers with as many as are wanted, the same whatever order they were given in", () => {
    const backwards = openSearch(places.toReversed());
    for (const query of ["gatan", "lampa", "r", "rådhus"]) {
      expect(backwards.find(query)).toEqual(search.find(query));
      expect(search.find(query, 1)).toEqual(search.find(query).slice(0, 1));
    }
  });

  it("takes any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (query) => {
        expect(find(query).length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

const letter = fc.constantFrom(..."abcdegnorst".split(""));
const word = fc.string({ unit: letter, minLength: 4, maxLength: 14 });

describe("a slip", () => {
  const finds = (typed: string, name: string) => openSearch([{ name }]).find(typed).length === 1;

  it("of one letter anywhere in a word of four or more is mended", () => {
    fc.assert(
      fc.property(word, fc.nat(), letter, (name, spot, other) => {
        const at = spot % name.length;
        const [head, tail] = [name.slice(0, at), name.slice(at)];
        for (const typed of [head + other + tail, head + tail.slice(1), head + other + tail.slice(1)])
          expect(finds(typed, name), `${typed} for ${name}`).toBe(true);
        const turned = head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2);
        expect(finds(turned, name), `${turned} for ${name}`).toBe(true);
      }),
    );
  });

  it("is mended while the word is still being typed", () => {
    expect(finds("drotning", "Drottninggatan")).toBe(true);
    expect(finds("mollabac", "Möllebacken")).toBe(true);
  });

  it.each([
    ["stortogetx", "stortorget"],
    ["drtningtan", "drottninggatan"],
    ["kaj", "kustvagen"],
    ["gata", "ga"],
  ])("is one and no more: “%s” is not “%s”", (typed, name) => {
    expect(isSlip(typed, name)).toBe(false);
  });
});
