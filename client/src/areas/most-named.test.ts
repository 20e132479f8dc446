import { describe, expect, it } from "vitest";
import type { VoiceClass } from "@trygg/shared/releases/rule.ts";
import { mostNamed } from "./most-named.ts";

const rows = (...told: [string, VoiceClass][]) => told.map(([reason, voices]) => ({ reason, voices }));
const named = (...told: [string, VoiceClass][]) => mostNamed(rows(...told)).map(({ reason }) => reason);

describe("the reasons that most voices give", () => {
  it("are three, most voices first", () => {
    expect(named(["a", "5-9"], ["b", "80+"], ["c", "10-19"], ["d", "40-79"])).toEqual(["b", "d", "c"]);
  });

  it("are more where several are told alike the third", () => {
    expect(named(["a", "80+"], ["b", "20-39"], ["c", "20-39"], ["d", "20-39"], ["e", "5-9"])).toEqual([
      "a",
      "b",
      "c",
      "d",
    ]);
  });

  it("hold none that too few have given", () => {
    expect(named(["a", "few"], ["b", "5-9"], ["c", "few"], ["d", "few"])).toEqual(["b"]);
  });
});
