import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openTestServices } from "../testing/services.ts";
import { insertReport } from "./store.ts";

/** A whole row with a key and a voice of its own. */
const row = (
  fields: Partial<Parameters<typeof insertReport>[1]> = {},
): Parameters<typeof insertReport>[1] => ({
  clientKeyHash: randomBytes(32),
  receiptHash: randomBytes(32),
  receivedOn: "2026-11-23",
  feeling: "unsafe",
  east: 491_500,
  north: 6_225_000,
  square: "4915_62250",
  area: "stortorget",
  reasons: ["lighting"],
  bins: 1n << 55n,
  light: "dark",
  impact: null,
  voiceDay: null,
  voiceDark: randomBytes(32),
  weight: 1,
  unproven: false,
  burst: null,
  ...fields,
});

describe("reports that come at the same time", () => {
  it("share statements, and each is answered for its own", async () => {
    const { db, rows } = await openTestServices();
    const sent = Array.from({ length: 40 }, () => row());
    const stored = await Promise.all(sent.map((each) => insertReport(db, each)));
    const kept = await rows<{ id: string; voice_dark: Buffer }>("select id, voice_dark from reports");
    expect(kept).toHaveLength(40);
    for (const [index, answer] of stored.entries()) {
      expect(kept.find(({ id }) => id === answer?.id)?.voice_dark).toEqual(sent[index]?.voiceDark);
      expect(answer?.newVoices).toEqual([sent[index]?.voiceDark]);
    }
    const [noted] = await rows<{ commits: number }>(
      "select count(distinct xid)::int as commits from row_changes",
    );
    expect(noted?.commits).toBeGreaterThan(0);
    expect(noted?.commits).toBeLessThan(20);
  });

  it("do not fail for one that cannot be stored", async () => {
    const { db, rows } = await openTestServices();
    const sent = Array.from({ length: 9 }, (_, index) =>
      insertReport(db, row(index === 5 ? { receivedOn: "2026-02-30" } : {})),
    );
    const ends = await Promise.allSettled(sent);
    expect(ends.map(({ status }) => status === "fulfilled")).toEqual(ends.map((_, index) => index !== 5));
    expect(await rows("select id from reports")).toHaveLength(8);
  });

  it("make a voice that they share once", async () => {
    const { db, rows } = await openTestServices();
    const voiceDark = randomBytes(32);
    const stored = await Promise.all(Array.from({ length: 8 }, () => insertReport(db, row({ voiceDark }))));
    expect(stored.flatMap((each) => each?.newVoices ?? [])).toEqual([voiceDark]);
    expect(await rows("select tag from voices")).toEqual([{ tag: voiceDark }]);
  });

  it("are stored once under one key", async () => {
    const { db, rows } = await openTestServices();
    const clientKeyHash = randomBytes(32);
    const stored = await Promise.all(
      Array.from({ length: 8 }, () => insertReport(db, row({ clientKeyHash }))),
    );
    expect(stored.filter((each) => each !== undefined)).toHaveLength(1);
    expect(await rows("select id from reports")).toHaveLength(1);
  });
});
