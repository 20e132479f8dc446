import { describe, expect, it } from "vitest";
import { PROOF_BITS, isProof, searchProof } from "./proof.ts";

const KEY = "7f9c24e5-2c4a-4d47-9d4d-0123456789ab";

function findProof(clientKey: string): string {
  const search = searchProof(clientKey);
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

describe("the proof of work", () => {
  it("is found, and belongs to its own key only", () => {
    const proof = findProof(KEY);
    expect(isProof(KEY, proof)).toBe(true);
    expect(isProof(KEY.replace("7f", "7e"), proof)).toBe(false);
  });

  it("is a hash that the platform's own SHA-256 agrees with", async () => {
    const proof = findProof(KEY);
    const text = new TextEncoder().encode(`rapport:${KEY}:${proof}`);
    const digest = new DataView(await crypto.subtle.digest("SHA-256", text));
    expect(digest.getUint32(0) >>> (32 - PROOF_BITS)).toBe(0);
  });

  it.each(["", "-1", "0".repeat(200), "Å", "z z"])("is not %j, whatever its hash", (proof) => {
    expect(isProof(KEY, proof)).toBe(false);
  });

  it("takes tries in the number that its bits promise", () => {
    const tries = Array.from({ length: 20 }, (_, index) =>
      Number.parseInt(findProof(KEY.replace("89ab", String(1000 + index))), 36),
    );
    const mean = tries.reduce((sum, each) => sum + each, 0) / tries.length;
    expect(mean).toBeGreaterThan(2 ** PROOF_BITS / 2);
    expect(mean).toBeLessThan(2 ** PROOF_BITS * 2);
  });
});
