import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { keyedHash, readSecret } from "./keys.ts";

const folders: string[] = [];
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "trygg-keys-"));
  folders.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("the operator's secret", () => {
  it("is the given one where one is given", () => {
    const folder = makeFolder();
    expect(readSecret("given", folder)).toBe("given");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is made once in the data folder, for the owner's eyes only", () => {
    const folder = makeFolder();
    const made = readSecret(undefined, folder);
    expect(Buffer.byteLength(made)).toBeGreaterThanOrEqual(32);
    expect(readSecret(undefined, folder)).toBe(made);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["secret"]);
  });

  it("is another one in another folder", () => {
    expect(readSecret(undefined, makeFolder())).not.toBe(readSecret(undefined, makeFolder()));
  });

  it.each(["", "short"])('that is too short ("%s") is refused and left as it is', (content) => {
    const folder = makeFolder();
    writeFileSync(join(folder, "secret"), content);
    expect(() => readSecret(undefined, folder)).toThrow(
      `SECRET: expected at least 32 bytes in "${join(folder, "secret")}", got ${content.length}`,
    );
    expect(readFileSync(join(folder, "secret"), "utf8")).toBe(content);
  });

  it("is not broken by what a start that was cut off left behind", () => {
    const folder = makeFolder();
    writeFileSync(join(folder, ".secret-1234"), "half");
    expect(Buffer.byteLength(readSecret(undefined, folder))).toBeGreaterThanOrEqual(32);
  });
});

describe("a keyed hash", () => {
  const hash = keyedHash("a secret that is long enough for it");

  it("is the same for the same parts and purpose only", () => {
    expect(hash("receipt", "a")).toEqual(hash("receipt", "a"));
    expect(hash("receipt", "a")).not.toEqual(hash("client-key", "a"));
    expect(hash("receipt", "a")).not.toEqual(
      keyedHash("another secret, long enough as well")("receipt", "a"),
    );
  });

  it("does not let parts run together", () => {
    expect(hash("x", "ab", "c")).not.toEqual(hash("x", "a", "bc"));
    expect(hash("x", "a", "")).not.toEqual(hash("x", "a"));
  });
});
