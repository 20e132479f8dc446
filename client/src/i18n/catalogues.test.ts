import { describe, expect, it } from "vitest";
import accessibilityEn from "./accessibility.en.json";
import accessibilitySv from "./accessibility.sv.json";
import en from "./en.json";
import sv from "./sv.json";

/** Every text of a catalogue by the path of its key. */
function texts(node: unknown, path = ""): Map<string, string> {
  if (typeof node === "string") return new Map([[path, node]]);
  return new Map(
    Object.entries(node as Record<string, unknown>).flatMap(([key, value]) => [
      ...texts(value, path ? `${path}.${key}` : key),
    ]),
  );
}

const swedish = texts({ ...sv, accessibility: accessibilitySv });
const english = texts({ ...en, accessibility: accessibilityEn });
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe("the catalogues", () => {
  it("have the same keys", () => {
    expect([...english.keys()]).toEqual([...swedish.keys()]);
  });

  it.each([...swedish])("fill in the same values in %s", (key, text) => {
    expect(placeholders(english.get(key) ?? "")).toEqual(placeholders(text));
  });

  it("leave nothing empty", () => {
    for (const text of [...swedish.values(), ...english.values()]) expect(text.trim()).not.toBe("");
  });

  it("leave no English behind in Swedish, but for the way to English", () => {
    const same = [...swedish].filter(
      ([key, text]) => text === english.get(key) && /[a-z]{4}/i.test(text.replace(/\{\{\w+\}\}/g, "")),
    );
    // Words that are the same in both languages.
    expect(same.map(([, text]) => text).sort()).toEqual([
      "Demonstration.",
      "Filter",
      "OpenStreetMap",
      "Partner",
      "park",
      "under ",
    ]);
  });
});
