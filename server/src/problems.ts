/** What zod found wrong with an input, in a form that both people and programs can read: where, expected, got. */
import type { Problem } from "@trygg/shared/errors.ts";
import type { ZodError, core } from "zod";

/** Longest piece of an input that is told back. */
const LONGEST = 80;

export function problemsOf(error: ZodError, input: unknown): Problem[] {
  return error.issues.map((issue) => ({
    path: issue.path.map(String).join("."),
    expected: expectedBy(issue),
    got: shorten(gotBy(issue, input)),
  }));
}

function expectedBy(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected;
    case "too_small":
      return `at least ${issue.minimum}${unit(issue.origin)}`;
    case "too_big":
      return `at most ${issue.maximum}${unit(issue.origin)}`;
    case "invalid_value":
      return issue.values.map(String).join(" or ");
    case "unrecognized_keys":
      return "only known keys";
    case "invalid_format":
      if (issue.message.startsWith("expected ")) return issue.message.replace(/^expected /, "");
      return issue.format === "regex" ? `the pattern ${issue.pattern}` : `the format ${issue.format}`;
    case "invalid_union":
      return "one of the documented forms";
    default:
      return issue.message.replace(/^expected /, "");
  }
}

function gotBy(issue: core.$ZodIssue, input: unknown): string {
  if (issue.code === "unrecognized_keys") return issue.keys.join(", ");
  const value = at(input, issue.path);
  return value === undefined ? "nothing" : (JSON.stringify(value) ?? typeof value);
}

function at(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

const unit = (origin: string) =>
  ({ string: " characters", array: " items", set: " items", file: " bytes" })[origin] ?? "";

const shorten = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
