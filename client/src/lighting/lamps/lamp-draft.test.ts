import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { StaffLamp } from "@trygg/shared/lighting/schema.ts";
import { describe, expect, it } from "vitest";
import {
  type LampDraft,
  type LampFields,
  changeOf,
  changedBetween,
  isTouched,
  newLamp,
  placedAt,
  rebase,
  toInput,
  undoOf,
  withStatus,
  wrongFields,
} from "./lamp-draft.ts";

const TODAY = "2026-11-23";
const lamp: StaffLamp = {
  id: "lamp-1",
  at: toLngLat({ east: 491_306.25, north: 6_225_009.5 }),
  height: 4.5,
  flux: 4000,
  luminaire: null,
  direction: null,
  tilt: 0,
  dimming: null,
  screened: 0.25,
  owner: "municipality",
  status: "working",
  statusSince: "2026-11-01",
  statusSource: "Ronden",
  area: "stortorget",
  version: 3,
};
const typed = (draft: LampDraft, fields: Partial<LampFields>): LampDraft => ({
  ...draft,
  fields: { ...draft.fields, ...fields },
});

describe("a lamp being written", () => {
  it("is untouched until something in it differs, and again when that is taken back", () => {
    const draft = changeOf(lamp);
    expect(isTouched(draft)).toBe(false);
    expect(isTouched(typed(draft, { height: "5" }))).toBe(true);
    expect(isTouched(typed(typed(draft, { height: "5" }), { height: "4.5" }))).toBe(false);
  });

  it("is saved as the version that was read, where it stands to the centimetre", () => {
    const { at, ...input } = toInput(typed(changeOf(lamp), { height: "5,5", direction: "90" }));
    const { area: _area, at: stood, ...same } = lamp;
    expect(input).toEqual({ ...same, height: 5.5, direction: 90 });
    expect(at.lng).toBeCloseTo(stood.lng, 7);
    expect(at.lat).toBeCloseTo(stood.lat, 7);
  });

  it("that is new has no id, and what is left empty is unknown", () => {
    const place = placedAt({ east: 491_300, north: 6_225_000 });
    const input = toInput(typed(newLamp(TODAY, "municipality"), { ...place, statusSource: "Ronden" }));
    expect(input).toMatchObject({ height: null, flux: null, luminaire: null, direction: null, tilt: 0 });
    expect(input).not.toHaveProperty("id");
  });

  it("keeps what was changed here and takes the rest from what somebody else has saved", () => {
    const theirs: StaffLamp = { ...lamp, height: 6, flux: 5000, version: 4 };
    expect(toInput(rebase(typed(changeOf(lamp), { height: "8" }), theirs))).toMatchObject({
      height: 8,
      flux: 5000,
      version: 4,
    });
  });

  it("goes back to what it was, on top of what is saved now", () => {
    const { area: _area, ...before } = lamp;
    expect(undoOf(lamp, { ...lamp, height: 8, version: 7 })).toEqual({ ...before, version: 7 });
  });

  it("with another status asks since when, and who says so", () => {
    const fields = withStatus(changeOf(lamp).fields, "broken", TODAY);
    expect(fields).toMatchObject({ status: "broken", statusSince: TODAY, statusSource: "" });
    expect(wrongFields(fields, TODAY)).toEqual(["statusSource"]);
  });

  it.each([
    [{ east: "" }, "east"],
    [{ east: "i hörnet" }, "east"],
    [{ height: "61" }, "height"],
    [{ height: "hög" }, "height"],
    [{ flux: "4000,5" }, "flux"],
    [{ direction: "360" }, "direction"],
    [{ tilt: "-91" }, "tilt"],
    [{ screened: "101" }, "screened"],
    [{ statusSince: "2026-11-24" }, "statusSince"],
    [{ statusSource: " " }, "statusSource"],
  ] as const)("with %o is pointed at in its field %s", (fields, field) => {
    expect(wrongFields(typed(changeOf(lamp), fields).fields, TODAY)).toEqual([field]);
  });

  it("can be saved when nothing is wrong", () => {
    expect(wrongFields(changeOf(lamp).fields, TODAY)).toEqual([]);
  });
});

describe("what has changed of a lamp", () => {
  it("is named by field, and where it stands as one", () => {
    const at = toLngLat({ east: 491_310, north: 6_225_009.5 });
    expect(changedBetween(lamp, { ...lamp, at, height: 6 })).toEqual(["at", "height"]);
    expect(changedBetween(lamp, lamp)).toEqual([]);
  });
});
