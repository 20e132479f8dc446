import { describe, expect, it } from "vitest";
import { emptyView, readView, type View, writeView } from "./view.ts";

const full: View = {
  at: { lat: 56.1694, lng: 14.8639, zoom: 15.4 },
  layers: ["unsafe", "light"],
  clock: { hour: 4 * 24 + 23, month: 11 },
  selected: "stortorget",
  lens: "planner",
  panel: "need",
  filter: {
    from: "2026-01-01",
    light: "dark",
    measures: "without",
    reasons: ["lighting", "deserted"],
    months: [11, 12, 1],
    areas: ["stortorget"],
    impact: 2,
  },
  only: "unseen",
  bandwidth: 150,
  need: { shows: "dark", weights: { voices: 3, dark: 0, ways: 1 } },
};

describe("the view in the fragment", () => {
  it("comes back as it was written", () => {
    expect(readView(writeView(full))).toEqual(full);
    expect(readView(`#${writeView(full)}`)).toEqual(full);
  });

  it("is readable and short", () => {
    expect(writeView(full)).toBe(
      "lens=planner&panel=need&clock=fri-23-11&layers=unsafe.light&selected=stortorget&from=2026-01-01&light=dark&measures=without&reasons=lighting.deserted&areas=stortorget&months=11.12.1&impact=2&only=unseen&bandwidth=150&need=dark-3-0-1&at=56.16940,14.86390,15.40",
    );
  });

  it("is empty for the usual view", () => {
    expect(writeView(emptyView)).toBe("");
    expect(readView("")).toEqual(emptyView);
  });

  it("tells no layers from the usual layers", () => {
    expect(readView("layers=").layers).toEqual([]);
  });

  it.each([
    "at=x,y,z",
    "at=95,14,12",
    "clock=fri-24-11",
    "clock=xyz-3-4",
    "clock=fri-2-13",
    "from=yesterday",
    "light=dim",
    "impact=9",
    "months=0.13",
    "months=",
    "measures=some",
    "bandwidth=100",
    "%%%",
    "at=56",
  ])("ignores %s", (fragment) => {
    expect(readView(fragment)).toEqual(emptyView);
  });

  it("keeps the readable fields beside an unreadable one", () => {
    expect(readView("from=never&light=dark").filter).toEqual({ light: "dark" });
  });
});
