import { describe, expect, it } from "vitest";
import { readHosts } from "./outbound.ts";

describe("the hosts in OUTBOUND", () => {
  it("are parted by commas, spaces or both, and come in the form that addresses have", () => {
    expect(readHosts("Tiles.Example.se, kso.example.org:443  127.0.0.1:8080")).toEqual([
      "tiles.example.se",
      "kso.example.org",
      "127.0.0.1:8080",
    ]);
    expect(readHosts("")).toEqual([]);
  });

  it.each([
    "https://example.se",
    "example.se/tiles",
    "*.example.se",
    "user@example.se",
    "a host:x",
    "{s}.example.se",
    "example.se;script-src",
  ])("are not %s", (text) => {
    expect(readHosts(text)).toBeNull();
  });
});
