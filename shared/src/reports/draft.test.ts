import { describe, expect, it } from "vitest";
import { binsOfChoices, emptyDraft, problemsOf, readDraft, toReport } from "./draft.ts";
import { reportInput } from "./schema.ts";

const key = "0b6b1bb6-35cf-4e0e-9c4e-3a1b9c9d2f11";
const known = {
  places: [{ id: "stortorget", at: { lng: 14.864, lat: 56.1696 } }],
  reasons: [
    { id: "lighting", feeling: "unsafe" },
    { id: "well-lit", feeling: "safe" },
  ] as const,
};

describe("a draft", () => {
  it("reads the fields of a plain form", () => {
    const draft = readDraft(
      {
        place: "stortorget",
        feeling: "unsafe",
        reasons: ["lighting", "well-lit"],
        when: "evenings",
        light: "both",
        impact: "2",
        clientKey: key,
      },
      "other",
    );
    expect(draft).toEqual({
      clientKey: key,
      place: "stortorget",
      at: null,
      feeling: "unsafe",
      reasons: ["lighting", "well-lit"],
      when: ["evenings"],
      light: "both",
      impact: 2,
    });
  });

  it("falls back where a field cannot be read", () => {
    expect(
      readDraft({ lng: "x", feeling: "angry", when: "never", impact: "7", clientKey: "short" }, key),
    ).toEqual(emptyDraft(key));
  });

  it("becomes a report that the schema accepts, with only the reasons of its feeling", () => {
    const draft = { ...emptyDraft(key), place: "stortorget", reasons: ["well-lit", "lighting"] };
    const report = toReport(draft, known, "secret");
    expect(reportInput.parse(report)).toEqual(report);
    expect(report).toMatchObject({ at: { lng: 14.864, lat: 56.1696 }, reasons: ["lighting"], when: [] });
  });

  it("prefers a chosen point to a named place", () => {
    const draft = {
      ...emptyDraft(key),
      place: "stortorget",
      at: { lng: 14.86, lat: 56.17 },
      reasons: ["lighting"],
    };
    expect(toReport(draft, known, undefined)?.at).toEqual({ lng: 14.86, lat: 56.17 });
  });

  it("says what is missing, step by step", () => {
    const draft = emptyDraft(key);
    expect(problemsOf(draft, "where", known)).toEqual(["place"]);
    expect(problemsOf({ ...draft, place: "stortorget" }, "where", known)).toEqual([]);
    expect(problemsOf({ ...draft, place: "stortorget" }, "what", known)).toEqual(["reasons"]);
    expect(toReport(draft, known, undefined)).toBeNull();
  });
});

describe("choices of time", () => {
  it("mean sets of three-hour bins", () => {
    expect(binsOfChoices([])).toEqual([]);
    expect(binsOfChoices(["mornings"])).toEqual([2, 10, 18, 26, 34, 42, 50]);
    expect(binsOfChoices(["weekend-nights"])).toEqual([39, 40, 41, 47, 48, 49]);
    expect(binsOfChoices(["mornings", "days", "evenings", "nights"])).toHaveLength(56);
  });
});
