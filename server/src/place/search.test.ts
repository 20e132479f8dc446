import { describe, expect, it } from "vitest";
import { callerFor } from "../testing/people.ts";
import { openTestServices } from "../testing/services.ts";

const services = await openTestServices();
const resident = await callerFor(services, "resident");
const { centre } = services.town.place;

const names = async (query: string) => (await resident.place.search({ query })).map(({ name }) => name);

describe("finding a place", () => {
  it.each(["Stortorget", "stortorget", "STORTORGET", "stor", "  stortorget  "])(
    'finds the square by "%s"',
    async (query) => {
      expect(await names(query)).toContain("Stortorget");
    },
  );

  it.each([
    ["agatan", "Ågatan"],
    ["Ågatan", "Ågatan"],
    ["mollebacken", "Möllebacken"],
    ["östra piren", "Östra piren"],
    ["piren ostra", "Östra piren"],
  ])('finds "%s" with and without diacritics, words in any order', async (query, wanted) => {
    expect((await names(query)).some((name) => name.startsWith(wanted))).toBe(true);
  });

  it("puts the shortest fitting name first", async () => {
    expect((await names("drottninggatan"))[0]).toBe("Drottninggatan");
  });

  it("answers with at most eight, each with its position and how sure it is", async () => {
    const found = await resident.place.search({ query: "a" });
    expect(found).toHaveLength(8);
    for (const { at, certainty } of found) {
      expect(Math.abs(at.lng - centre.lng)).toBeLessThan(0.1);
      expect(certainty).toMatch(/^(sure|fair|unsure)$/);
    }
  });

  it.each(["", "   ", "!!!", "xyzzy", "constructor", "__proto__", "' or 1=1 --"])(
    'finds nothing for "%s"',
    async (query) => {
      expect(await names(query)).toEqual([]);
    },
  );
});
