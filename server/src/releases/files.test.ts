import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { reasonTable, unsafePlaces } from "@trygg/shared/releases/schema.ts";
import { describe, expect, it } from "vitest";
import { publicFile } from "./files.ts";

const row = { band: "dark" as const, feeling: "unsafe" as const, reason: "lighting", voices: "5-9" as const };
const write = (content: unknown) =>
  // Wrong on purpose in some tests.
  publicFile("reasons.json", "application/json", reasonTable, content as { rows: (typeof row)[] });

describe("a public file", () => {
  it("is the same in all its forms", async () => {
    const file = await write({ rows: [row] });
    expect(JSON.parse(file.plain.toString())).toEqual({ rows: [row] });
    expect(gunzipSync(file.gzip)).toEqual(file.plain);
    expect(brotliDecompressSync(file.brotli)).toEqual(file.plain);
  });

  it.each([
    ["a count beside the class", { rows: [{ ...row, count: 7 }] }],
    ["a number for the class", { rows: [{ ...row, voices: 7 }] }],
    ["a class that the rule does not have", { rows: [{ ...row, voices: "1-4" }] }],
    ["a key beside the rows", { rows: [row], reports: [] }],
    ["an area in the table of reasons", { rows: [{ ...row, area: "hamnparken" }] }],
  ])("is not written with %s", async (_, content) => {
    await expect(write(content)).rejects.toThrow();
  });

  it("is not written with a point of a report among the areas", async () => {
    const feature = {
      type: "Feature",
      geometry: { type: "Point", coordinates: [14.86, 56.17] },
      properties: {},
    };
    const content = { type: "FeatureCollection", features: [feature] };
    // Wrong on purpose.
    const wrong = content as unknown as { type: "FeatureCollection"; features: [] };
    await expect(publicFile("x", "application/geo+json", unsafePlaces, wrong)).rejects.toThrow();
  });
});
