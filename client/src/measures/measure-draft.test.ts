import type { Measure } from "@trygg/shared/measures/schema.ts";
import { describe, expect, it } from "vitest";
import {
  type MeasureDraft,
  changeOf,
  differing,
  isTouched,
  newMeasure,
  rebase,
  toInput,
  toPublic,
  undoOf,
  wrongFields,
} from "./measure-draft.ts";

const measure: Measure = {
  id: "0b0e5f0e-4f0e-4b0e-8f0e-0b0e5f0e4f0e",
  kind: "light",
  area: "hamnparken",
  title: "Två lyktor",
  state: "decided",
  cost: 38_000,
  updatedOn: "2026-11-20",
  version: 3,
};
const typed = (draft: MeasureDraft, fields: Partial<MeasureDraft["fields"]>): MeasureDraft => ({
  ...draft,
  fields: { ...draft.fields, ...fields },
});

describe("a measure being written", () => {
  it("is untouched until something in it differs, and again when that is taken back", () => {
    const draft = newMeasure("hamnparken");
    expect(isTouched(draft)).toBe(false);
    expect(isTouched(typed(draft, { title: "L" }))).toBe(true);
    expect(isTouched(typed(typed(draft, { title: "L" }), { title: "" }))).toBe(false);
    const where = { type: "Point" as const, coordinates: [14.86, 56.17] as [number, number] };
    expect(isTouched(typed(changeOf({ ...measure, where }), { where: { ...where } }))).toBe(false);
  });

  it("is saved as the version that was read, without what is empty", () => {
    expect(toInput(typed(changeOf(measure), { cost: "41 000" }))).toEqual({
      id: measure.id,
      version: 3,
      kind: "light",
      area: "hamnparken",
      title: "Två lyktor",
      state: "decided",
      cost: 41_000,
    });
  });

  it("takes what was measured with a comma or a point, and shows it with a comma", () => {
    const draft = typed(changeOf(measure), { measuredLux: "0,8" });
    expect(toInput(draft).measuredLux).toBe(0.8);
    expect(toInput(typed(draft, { measuredLux: "2.45" })).measuredLux).toBe(2.45);
    expect(changeOf({ ...measure, measuredLux: 2.45 }).fields.measuredLux).toBe("2,45");
  });

  it("tells everybody all but its cost", () => {
    expect(toPublic(changeOf(measure), "2026-11-23")).toEqual({
      id: measure.id,
      kind: "light",
      area: "hamnparken",
      title: "Två lyktor",
      state: "decided",
      updatedOn: "2026-11-23",
    });
  });

  it("keeps what was changed here and takes the rest from what somebody else has saved", () => {
    const mine = typed(changeOf(measure), { title: "Tre lyktor" });
    const theirs: Measure = { ...measure, state: "underWay", title: "Fyra lyktor", version: 4 };
    const draft = rebase(mine, theirs);
    expect(toInput(draft)).toMatchObject({ title: "Tre lyktor", state: "underWay", version: 4 });
    expect(differing(draft.opened, draft.fields)).toEqual(["title"]);
  });

  it("goes back to what it was, on top of what was saved", () => {
    const saved: Measure = { ...measure, title: "Tre lyktor", publicText: "Strax.", version: 4 };
    expect(undoOf(measure, saved)).toEqual({ ...toInput(changeOf(measure)), version: 4 });
  });

  it.each([
    [{ title: " x " }, "title"],
    [{ area: "" }, "area"],
    [{ state: "declined" }, "reason"],
    [{ publicText: "ja" }, "publicText"],
    [{ from: "2026-12-02", to: "2026-12-01" }, "to"],
    [{ cost: "ca 40 000" }, "cost"],
    [{ cost: "-1" }, "cost"],
    [{ measuredLux: "ca 2" }, "measuredLux"],
    [{ measuredLux: "1200" }, "measuredLux"],
  ] as const)("with %o is pointed at in its field %s", (fields, field) => {
    expect(wrongFields(typed(changeOf(measure), fields).fields)).toEqual([field]);
  });

  it("can be saved when nothing is wrong", () => {
    expect(wrongFields(changeOf(measure).fields)).toEqual([]);
  });
});
