import { describe, expect, it } from "vitest";
import { attributionOf, plainText } from "./plain-text.ts";

describe("words from somebody else's file", () => {
  it("lose their markup and keep what it says", () => {
    expect(plainText('<a href="javascript:alert(1)">&copy; OpenStreetMap</a>\n <b>contributors</b>')).toBe(
      "© OpenStreetMap contributors",
    );
    expect(plainText("<script>alert(1)</script>")).toBe("alert(1)");
    expect(plainText("x".repeat(1000))).toHaveLength(300);
  });

  it("are told once, and not at all where there are none", () => {
    expect(attributionOf(["© A", undefined, "<i>© A</i>", "© B"])).toEqual({
      sv: "© A · © B",
      en: "© A · © B",
    });
    expect(attributionOf([undefined, " "])).toBeNull();
  });
});
