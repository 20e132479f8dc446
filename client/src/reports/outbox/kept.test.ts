import { describe, expect, it } from "vitest";
import { KEPT_DAYS, type KeptReport, afterTime } from "./kept.ts";

const DAY = 86_400_000;
const report = {
  clientKey: "5f0c7a3e-8a56-4a0c-9f7e-0a3a4a1b2c3d",
  feeling: "unsafe",
  at: { lng: 14.86, lat: 56.17 },
  reasons: ["empty"],
  when: [],
  light: "dark",
} as const;
const waiting: KeptReport = {
  clientKey: report.clientKey,
  since: 0,
  state: "waiting",
  report: { ...report, reasons: [...report.reasons], when: [] },
  sender: { age: "30-44" },
  tried: false,
  takenBack: false,
  hushed: false,
};

describe("what is kept on the device", () => {
  it("waits until its last day", () => {
    expect(afterTime(waiting, KEPT_DAYS * DAY - 1)).toBe(waiting);
  });

  it("is afterwards only the fact that it was never sent", () => {
    const now = KEPT_DAYS * DAY;
    expect(afterTime(waiting, now)).toEqual({ clientKey: report.clientKey, state: "expired", since: now });
  });

  it.each([{ takenBack: true }, { hushed: true }])(
    "is nothing at all where nobody is to be told: %o",
    (flag) => {
      expect(afterTime({ ...waiting, ...flag }, KEPT_DAYS * DAY)).toBeNull();
    },
  );

  it("holds a receipt no longer than a report", () => {
    const sent: KeptReport = { clientKey: "a", since: 0, state: "sent", receipt: "4K7M-X2PQ-9RTA" };
    expect(afterTime(sent, KEPT_DAYS * DAY)).toBeNull();
  });
});
