import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadTown } from "../place/town.ts";
import { root } from "../root.ts";

const towns = readdirSync(join(root, "data"), { withFileTypes: true })
  .filter((each) => each.isDirectory() && !/^(node_modules|\.)/.test(each.name))
  .map(({ name }) => name);

describe.each(towns)("the accessibility statement of %s", (name) => {
  const { accessibility } = loadTown(name);

  it("was looked over no earlier than it was assessed", () => {
    expect(accessibility.updated >= accessibility.assessed).toBe(true);
  });

  it("names the gaps and their reasons where it is not fully conformant, and the authority's own form", () => {
    expect(accessibility.degree === "full" || accessibility.gaps.length > 0).toBe(true);
    expect(new URL(accessibility.supervision).hostname).toBe("www.digg.se");
  });

  it("claims no exemption on the way to report", () => {
    expect(accessibility.burden.sv).toContain("inget undantag");
    expect(accessibility.notCovered.sv).not.toMatch(/rapport/i);
  });
});
