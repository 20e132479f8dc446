import { describe, expect, it } from "vitest";
import { searchPlaces } from "./search.ts";

const places = [
  "Stortorget",
  "Ågatan",
  "Drottninggatan",
  "Drottninggatan / Rådhusgatan",
  "Östra piren",
  "Rådhuset",
].map((name) => ({ name }));
const find = (query: string) => searchPlaces(places, query).map(({ name }) => name);

describe("searching for a place", () => {
  it.each([
    ["stortorget", ["Stortorget"]],
    ["STOR", ["Stortorget"]],
    ["agatan", ["Ågatan"]],
    ["ågatan", ["Ågatan"]],
    ["ostra", ["Östra piren"]],
    ["drottning", ["Drottninggatan", "Drottninggatan / Rådhusgatan"]],
    ["drottninggatan rådhus", ["Drottninggatan / Rådhusgatan"]],
    ["rådhusgatan/drottninggatan", ["Drottninggatan / Rådhusgatan"]],
    ["xyz", []],
    ["", []],
    [" / ", []],
  ])("finds by “%s”", (query, names) => {
    expect(find(query)).toEqual(names);
  });
});
