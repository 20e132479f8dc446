import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const tokens = read("./tokens.css");

/** Day and night of a token. */
const colours = (name: string) =>
  new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)?.slice(1);

describe("what is installed", () => {
  it("has the colours of the tokens", () => {
    const manifest = JSON.parse(read("../../public/manifest.webmanifest")) as Record<string, unknown>;
    expect(manifest["background_color"]).toBe(colours("ground")?.[0]);
    expect(manifest["theme_color"]).toBe(colours("surface")?.[0]);
  });

  it.each(["index.html", "rapportera.html", "tillganglighet.html"])(
    "is linked from %s, in the colours of day and night",
    (page) => {
      const html = read(`../../${page}`);
      expect(html).toContain('<link rel="manifest" href="/manifest.webmanifest" />');
      const told = [...html.matchAll(/name="theme-color" content="(#\w+)"/g)].map(([, colour]) => colour);
      expect(told).toEqual(colours("surface"));
    },
  );
});
