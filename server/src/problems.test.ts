import { typedText } from "@trygg/shared/text.ts";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { problemsOf } from "./problems.ts";

function problems(schema: z.ZodType, input: unknown) {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : problemsOf(parsed.error, input);
}

describe("a problem tells where, what was expected and what came:", () => {
  it.each([
    ["a word for a number", z.number(), "four", "number", '"four"'],
    ["too small a number", z.number().min(1), 0, "at least 1", "0"],
    ["too large a number", z.number().max(55), 56, "at most 55", "56"],
    ["too few items", z.array(z.string()).min(1), [], "at least 1 items", "[]"],
    ["too long a text", z.string().max(2), "abc", "at most 2 characters", '"abc"'],
    ["none of a list", z.enum(["dark", "light"]), "dim", "dark or light", '"dim"'],
    ["a text of another pattern", z.string().regex(/^[a-z]+$/), "A", "the pattern /^[a-z]+$/", '"A"'],
    [
      "a text of ours that is none",
      typedText(1, 9),
      "a\u0000",
      "text without control characters",
      '"a\\u0000"',
    ],
    ["no uuid", z.uuid(), "1", "the format uuid", '"1"'],
    ["none of several forms", z.union([z.string(), z.boolean()]), 1, "one of the documented forms", "1"],
    [
      "a rule of our own",
      z.array(z.number()).refine(() => false, "expected each once"),
      [1],
      "each once",
      "[1]",
    ],
  ])("%s", (_, schema, input, expected, got) => {
    expect(problems(z.object({ at: schema }), { at: input })).toEqual([{ path: "at", expected, got }]);
  });

  it("nothing where something must be", () => {
    expect(problems(z.object({ at: z.number() }), {})).toEqual([
      { path: "at", expected: "number", got: "nothing" },
    ]);
  });

  it("keys that nobody asked for", () => {
    expect(problems(z.strictObject({}), { name: "Anna", phone: "0" })).toEqual([
      { path: "", expected: "only known keys", got: "name, phone" },
    ]);
  });

  it("a place deep inside, by its path", () => {
    expect(problems(z.object({ when: z.array(z.number()) }), { when: [1, "two"] })).toMatchObject([
      { path: "when.1", got: '"two"' },
    ]);
  });

  it("no more than a short piece of what came", () => {
    expect(problems(z.string().max(3), "x".repeat(5000))[0]?.got).toHaveLength(81);
  });
});
