import { describe, expect, it } from "vitest";
import { preferredLanguage } from "./language.ts";

const tags = ["sv", "sv-simple", "en", "ar-XB"];

describe("the language of a first visit", () => {
  it.each([
    ["en-GB,en;q=0.9", "en"],
    ["sv-SE,sv;q=0.9,en;q=0.8", "sv"],
    ["en;q=0.5, sv;q=0.8", "sv"],
    ["de-DE,de;q=0.9,en;q=0.7,sv;q=0.1", "en"],
    ["EN", "en"],
    ["sv-SIMPLE", "sv-simple"],
    ["sv-simple-x-own", "sv-simple"],
    ["ar-XB", "ar-XB"],
    ["ar", "sv"],
    ["fi", "sv"],
    ["en;q=0", "sv"],
    ["en;q=much", "sv"],
    ["*", "sv"],
    ["", "sv"],
    [undefined, "sv"],
  ])("for %j is %s", (header, language) => {
    expect(preferredLanguage(header, tags)).toBe(language);
  });
});
