import { afterEach, describe, expect, it, vi } from "vitest";
import { forgetInTab, keepInTab, readFromTab } from "./tab-storage.ts";

afterEach(() => vi.unstubAllGlobals());

function stubStorage(kept: Map<string, string>): void {
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
}

describe("the memory of a tab", () => {
  it("gives back what was kept, until it is forgotten", () => {
    stubStorage(new Map());
    keepInTab("pin", { lng: 14.86, lat: 56.17 });
    expect(readFromTab("pin")).toEqual({ lng: 14.86, lat: 56.17 });
    forgetInTab("pin");
    expect(readFromTab("pin")).toBeNull();
  });

  it("takes what cannot be read for nothing", () => {
    stubStorage(new Map([["pin", "{ broken"]]));
    expect(readFromTab("pin")).toBeNull();
  });

  it("keeps nothing, and fails at nothing, where storage is closed", () => {
    vi.stubGlobal("sessionStorage", undefined);
    expect(() => keepInTab("pin", 1)).not.toThrow();
    expect(readFromTab("pin")).toBeNull();
    expect(() => forgetInTab("pin")).not.toThrow();
  });
});
