import { describe, expect, it } from "vitest";
import { callerFor } from "../testing/people.ts";
import { lamp, spotIn } from "../testing/samples.ts";
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

  it.each([
    "Drottninggatan/Rådhusgatan",
    "Drottninggatan Rådhusgatan",
    "hörnet Rådhusgatan och Drottninggatan",
    "drotninggatan radhusgattan",
  ])('finds the crossing by "%s"', async (query) => {
    const [first] = await resident.place.search({ query });
    expect(first).toMatchObject({
      id: "drottninggatan-radhusgatan",
      kind: "crossing",
      area: "drottninggatan-mellersta",
    });
  });

  it.each(["Stortroget", "stotorget", "stortorgett", "storvorget"])(
    'finds the square by "%s", one slip away',
    async (query) => {
      expect((await names(query))[0]).toBe("Stortorget");
    },
  );

  it("finds an area by its name in either language", async () => {
    for (const query of ["Hamnparken", "Harbour Park"])
      expect(await resident.place.search({ query })).toContainEqual(
        expect.objectContaining({ id: "hamnparken", kind: "area", area: "hamnparken" }),
      );
  });

  it("finds the station by its kind of stop", async () => {
    expect(await resident.place.search({ query: "resecentrum" })).toContainEqual(
      expect.objectContaining({ kind: "stop" }),
    );
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

describe("finding a lamp", () => {
  it("goes by its number, from the moment it is saved, on every node", async () => {
    const node = await services.openNode();
    const planner = await callerFor(services, "planner");
    const { id } = await planner.lighting.saveLamp(lamp({ at: spotIn("hamnparken") }));
    for (const { search } of [services, node])
      await expect
        .poll(() => search.find(id))
        .toEqual([expect.objectContaining({ id, kind: "lamp", area: "hamnparken", certainty: "unsure" })]);
    const number = id.replace("lamp-", "");
    expect(await names(`lampa ${number}`)).toEqual([id]);
  });

  it("finds those of the demonstration", async () => {
    const demonstration = await openTestServices({ demonstration: true });
    expect(demonstration.search.find("demo-01-001")[0]).toMatchObject({ id: "demo-01-001", kind: "lamp" });
  });
});
