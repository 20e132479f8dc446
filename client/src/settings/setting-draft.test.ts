import type { SettingName } from "@trygg/shared/place/settings.ts";
import { describe, expect, it } from "vitest";
import { type Wrong, isTouched, openDraft, toChange, wrongFields } from "./setting-draft.ts";

const words = (sv: string, en = "In English") => ({ sv, en });
const place = {
  contacts: [{ number: "112", name: words("Fara nu? Ring") }],
  faultReport: { name: words("Felanmälan"), url: "https://www.example.se/" },
  quickExit: { url: "https://www.example.se/" },
};
const always = { closed: null, from: null, to: null, text: null };
const reason = (id: string, part = {}) => ({
  id,
  feeling: "unsafe",
  group: "place",
  icon: "moon",
  name: words(id),
  ...part,
});
const safe = reason("safe", { feeling: "safe", group: "safe" });

const light = {
  maintenance: 0.8,
  leastLux: 2,
  usual: { height: 5, flux: 3500 },
  standIn: { q: 8, a: 0.35, b: 0.35 },
};
const plan = { id: "half", name: words("Halv"), steps: [{ from: 23, to: 5, share: 0.5 }] };
const option = {
  id: "head",
  kind: "head",
  name: words("Ny armatur"),
  cost: 9500,
  height: null,
  flux: 4500,
  luminaire: null,
};

describe("what is wrong with a setting", () => {
  it.each<[SettingName, object, [string, Wrong][]]>([
    ["contacts", place, []],
    [
      "contacts",
      { ...place, contacts: [{ number: "112", name: words("") }] },
      [["contacts.0.name.sv", "missing"]],
    ],
    [
      "contacts",
      { ...place, contacts: [...place.contacts, { number: "ring oss", name: words("Vi") }] },
      [["contacts.1.number", "phone"]],
    ],
    ["contacts", { ...place, contacts: [] }, [["contacts", "emergency"]]],
    ["contacts", { ...place, quickExit: { url: "http://example.se" } }, [["quickExit.url", "link"]]],
    [
      "campaign",
      { campaign: { ...always, from: "2026-12-02", to: "2026-12-01" } },
      [["campaign.to", "order"]],
    ],
    ["campaign", { campaign: { ...always, to: "2026-13-01" } }, [["campaign.to", "date"]]],
    ["introduction", { introduction: words("Hej", "x".repeat(2001)) }, [["introduction.en", "long"]]],
    ["languages", { languages: [] }, [["languages", "swedish"]]],
    ["reasons", { reasons: [reason("a"), reason("a"), safe] }, [["reasons", "twice"]]],
    ["reasons", { reasons: [reason("a", { hidden: true }), safe] }, [["reasons", "allHidden"]]],
    [
      "reasons",
      { reasons: Array.from({ length: 33 }, (_, index) => reason(`a${index}`)) },
      [["reasons", "many"]],
    ],
    ["light", { ...light, maintenance: NaN }, [["maintenance", "missing"]]],
    [
      "light",
      { ...light, maintenance: 1.2, leastLux: 0 },
      [
        ["maintenance", "range"],
        ["leastLux", "range"],
      ],
    ],
    ["light", { ...light, usual: { height: 5, flux: 3500.5 } }, [["usual.flux", "range"]]],
    ["dimming", { dimming: [plan, plan] }, [["dimming", "twice"]]],
    ["lightClasses", { classes: { stortorget: "P9" } }, [["classes.stortorget", "other"]]],
    ["lightOptions", { options: [{ ...option, cost: -1 }] }, [["options.0.cost", "range"]]],
    ["approvers", { approvers: "nobody" }, [["approvers", "other"]]],
  ])("%s: %#", (name, value, wrong) => {
    expect([...wrongFields(name, value as never)]).toEqual(wrong);
  });
});

describe("a change", () => {
  const usual = { approvers: "coordinators" as const };
  const stored = { value: usual, usual, version: 3, changedOn: null };

  it("is touched once something differs", () => {
    const draft = openDraft("approvers", stored);
    expect(isTouched(draft)).toBe(false);
    expect(isTouched({ ...draft, value: { approvers: "desk" } })).toBe(true);
  });

  it("to what the town's folder says lets that stand", () => {
    expect(toChange("approvers", { approvers: "desk" }, 3, usual)).toEqual({
      name: "approvers",
      value: { approvers: "desk" },
      version: 3,
    });
    expect(toChange("approvers", { ...usual }, 3, usual)).toMatchObject({ value: null });
  });
});
