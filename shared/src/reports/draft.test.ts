import { describe, expect, it } from "vitest";
import {
  type ReportDraft,
  type WhenChoice,
  binsOfChoices,
  emptyDraft,
  isUnlikelyLight,
  lightOf,
  problemsOf,
  reachedStep,
  readDraft,
  senderOf,
  settleDraft,
  suggestedLight,
  toReport,
  writeDraft,
} from "./draft.ts";
import { reportInput } from "./schema.ts";

const key = "0b6b1bb6-35cf-4e0e-9c4e-3a1b9c9d2f11";
const known = {
  places: [{ id: "stortorget", at: { lng: 14.864, lat: 56.1696 } }],
  reasons: [
    { id: "lighting", feeling: "unsafe" },
    { id: "well-lit", feeling: "safe" },
  ] as const,
};

const whole: ReportDraft = {
  ...emptyDraft(key),
  place: "stortorget",
  feeling: "unsafe",
  reasons: ["lighting"],
  light: "dark",
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
        age: "65-79",
        gender: "woman",
        clientKey: key,
      },
      "other",
    );
    expect(draft).toEqual({
      clientKey: key,
      area: "",
      street: "",
      place: "stortorget",
      at: null,
      feeling: "unsafe",
      reasons: ["lighting", "well-lit"],
      when: ["evenings"],
      light: "both",
      impact: 2,
      age: "65-79",
      gender: "woman",
      replaces: "",
    });
  });

  it("falls back where a field cannot be read", () => {
    expect(
      readDraft(
        { lng: "x", feeling: "angry", when: "never", impact: "7", clientKey: "short", replaces: "x" },
        key,
      ),
    ).toEqual(emptyDraft(key));
  });

  it("comes back from the fields it was written as", () => {
    const draft: ReportDraft = {
      ...whole,
      area: "centre",
      street: "High street",
      at: { lng: 14.86, lat: 56.17 },
      when: ["days", "nights"],
      impact: 0,
      age: "18-29",
      gender: "other",
      replaces: "ABCD-EFGH-JKMN",
    };
    expect(readDraft(writeDraft(draft), "other")).toEqual(draft);
    expect(readDraft(writeDraft(emptyDraft(key)), "other")).toEqual(emptyDraft(key));
  });

  it("has nothing chosen beforehand", () => {
    expect(emptyDraft(key)).toMatchObject({
      feeling: null,
      light: null,
      reasons: [],
      when: [],
      impact: null,
      age: null,
      gender: null,
    });
  });

  it("keeps what its sender says of themselves out of the report, and asks nobody twice", () => {
    const draft: ReportDraft = { ...whole, age: "45-64", gender: "man" };
    expect(toReport(draft, known, undefined)).toEqual(toReport(whole, known, undefined));
    expect(senderOf(draft)).toEqual({ age: "45-64", gender: "man" });
    expect(senderOf({ ...draft, age: null })).toEqual({ gender: "man" });
    expect(senderOf(whole)).toBeNull();
    expect(senderOf({ ...draft, replaces: "ABCD-EFGH-JKMN" })).toBeNull();
  });

  it("becomes a report that the schema accepts, with only the reasons of its feeling", () => {
    const draft = { ...whole, reasons: ["well-lit", "lighting"] };
    const report = toReport(draft, known, "secret");
    expect(reportInput.parse(report)).toEqual(report);
    expect(report).toMatchObject({ at: { lng: 14.864, lat: 56.1696 }, reasons: ["lighting"], when: [] });
  });

  it("says which report it takes the place of, and nothing where it is new", () => {
    const report = toReport({ ...whole, replaces: "ABCD-EFGH-JKMN" }, known, undefined);
    expect(reportInput.parse(report).replaces).toBe("ABCD-EFGH-JKMN");
    expect(toReport(whole, known, undefined)).not.toHaveProperty("replaces");
  });

  it("prefers a chosen point to a named place", () => {
    const draft = { ...whole, at: { lng: 14.86, lat: 56.17 } };
    expect(toReport(draft, known, undefined)?.at).toEqual({ lng: 14.86, lat: 56.17 });
  });

  it("takes the middle of a stretch that was chosen in the list, and nothing of a choice before it", () => {
    const at = { lng: 14.865, lat: 56.17 };
    const stretch = { id: "high-low", street: "High", from: "Low", to: null, at, area: "centre" };
    const data = { places: [], stretches: [stretch] };
    const before = { ...whole, at: { lng: 14, lat: 56 } };
    expect(settleDraft(before, data)).toBe(before);
    expect(settleDraft({ ...before, area: "centre" }, data)).toMatchObject({ place: "", at: null });
    expect(settleDraft({ ...before, area: "centre", street: "High" }, data)).toMatchObject({
      place: "high-low",
      at,
      feeling: "unsafe",
    });
  });

  it("says what is missing, step by step", () => {
    const draft = emptyDraft(key);
    expect(problemsOf(draft, "where", known)).toEqual(["place"]);
    expect(problemsOf({ ...draft, place: "stortorget" }, "where", known)).toEqual([]);
    expect(problemsOf({ ...draft, place: "stortorget" }, "what", known)).toEqual(["feeling", "light"]);
    expect(problemsOf({ ...whole, feeling: "safe" }, "what", known)).toEqual(["reasons"]);
    expect(toReport(draft, known, undefined)).toBeNull();
    expect(toReport({ ...whole, light: null }, known, undefined)).toBeNull();
  });

  it("is shown no further than to what is missing", () => {
    expect(reachedStep(emptyDraft(key), "send", known)).toBe("where");
    expect(reachedStep({ ...whole, reasons: [] }, "send", known)).toBe("what");
    expect(reachedStep(whole, "send", known)).toBe("send");
  });
});

describe("the light of a draft", () => {
  it.each<[WhenChoice[], string | null]>([
    [["days"], "light"],
    [["nights", "weekend-nights"], "dark"],
    [["days", "nights"], "both"],
    [["evenings"], null],
    [["days", "evenings"], null],
    [[], null],
  ])("is suggested where the times %j leave no doubt", (when, light) => {
    expect(suggestedLight(when)).toBe(light);
    expect(lightOf({ ...emptyDraft(key), when })).toBe(light);
  });

  it("is the chosen one, and is asked about where it does not fit the times", () => {
    const odd: ReportDraft = { ...whole, when: ["days"], light: "dark" };
    expect(lightOf(odd)).toBe("dark");
    expect(isUnlikelyLight(odd)).toBe(true);
    expect(isUnlikelyLight({ ...odd, light: "both" })).toBe(false);
    expect(isUnlikelyLight({ ...odd, light: null })).toBe(false);
    expect(isUnlikelyLight({ ...odd, when: ["evenings"] })).toBe(false);
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
