import { words } from "@trygg/shared/place/schema.ts";
import { describe, expect, it } from "vitest";
import { say } from "./index.ts";

describe("a town's own words", () => {
  const name = words.parse({ sv: "Kajen", en: "The quay", fi: "Laituri" });

  it.each([
    ["fi", "Laituri"],
    ["sv-simple", "Kajen"],
    ["en-GB", "The quay"],
    ["ar", "Kajen"],
    ["constructor", "Kajen"],
  ])("are said in %s, or in what it is a form of, or in Swedish: %s", (language, said) => {
    expect(say(name, language)).toBe(said);
  });

  it.each([
    { sv: "Kajen" },
    { sv: "Kajen", en: "The quay", fi: "" },
    { sv: "Kajen", en: "The quay", Finnish: "x" },
  ])("are Swedish and English at least, and nothing but languages: %j", (value) => {
    expect(words.safeParse(value).success).toBe(false);
  });
});
