import { type Because, becauseSentence, reasonKeys } from "@trygg/shared/promise/because.ts";
import { describe, expect, it } from "vitest";
import { catalogues } from "../i18n/catalogues.ts";
import { makeTranslator } from "../i18n/index.ts";
import { becauseWords } from "./because-words.ts";

/** Of every sentence; each finds its own among them. */
const values = {
  count: 1234,
  target: 2000,
  low: 1500,
  high: 1800.25,
  pace: 3.5,
  rate: 2,
  kept: 3,
  total: 5,
  now: 12,
  before: 0,
  days: 40,
  everyDays: 30,
  from: "2026-01-01",
  last: "2026-10-14",
  date: "2026-05-31",
  to: "2026-12-31",
};
const swedish = makeTranslator("sv", catalogues.get("sv") ?? {});

describe("the reason of a status", () => {
  it.each(reasonKeys.flatMap((key) => [1, 2].map((missed) => ({ key, missed }))))(
    "reads on a Swedish page as the ledger itself says it: $key, $missed",
    ({ key, missed }) => {
      const because = { key, values: { ...values, missed } } as unknown as Because;
      expect(becauseWords(swedish.t, because)).toBe(becauseSentence(because));
    },
  );
});
