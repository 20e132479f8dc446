import { bands } from "@trygg/shared/reports/terms.ts";
import { describe, expect, it } from "vitest";
import { catalogues } from "../i18n/catalogues.ts";
import { makeTranslator } from "../i18n/index.ts";
import { voicesIn, voicesSentence } from "./sentences.ts";

const { t } = makeTranslator("sv", catalogues.get("sv"));

describe("what voices say of an area", () => {
  it("is told as ranges, unsafe and safe beside each other", () => {
    expect(voicesSentence(t, "dark", { unsafe: "40-79", safe: "10-19" })).toBe(
      "I mörker säger 40–79 röster otryggt och 10–19 tryggt.",
    );
  });

  it.each([
    ["5-9", "few", "I dagsljus säger 5–9 röster otryggt, och för få tryggt för att visa."],
    ["few", "80+", "I dagsljus säger 80+ röster tryggt, och för få otryggt för att visa."],
    ["few", "few", "I dagsljus är rösterna för få för att visa."],
  ] as const)("says so where voices are too few: unsafe %s, safe %s", (unsafe, safe, sentence) => {
    expect(voicesSentence(t, "day", { unsafe, safe })).toBe(sentence);
  });

  it("tells of one feeling where one is asked for", () => {
    const voices = { unsafe: "few", safe: "20-39" } as const;
    expect(voicesSentence(t, "dark", voices, "safe")).toBe("I mörker säger 20–39 röster tryggt.");
    expect(voicesSentence(t, "dark", voices, "unsafe")).toBe("I mörker säger för få otryggt för att visa.");
  });

  it("keeps the bands apart", () => {
    const voices = { unsafeDay: "few", unsafeDark: "80+", safeDay: "5-9", safeDark: "10-19" } as const;
    expect(bands.map((band) => voicesIn(band, voices))).toEqual([
      { unsafe: "few", safe: "5-9" },
      { unsafe: "80+", safe: "10-19" },
    ]);
  });
});
