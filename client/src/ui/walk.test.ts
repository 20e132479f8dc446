import { expect, test } from "vitest";
import { walk } from "./walk.ts";

test.each([
  ["ArrowRight", 0, 1],
  ["ArrowDown", 2, 0],
  ["ArrowLeft", 0, 2],
  ["ArrowUp", 2, 1],
  ["Home", 2, 0],
  ["End", 0, 2],
  ["Tab", 1, null],
  ["a", 1, null],
])("%s among three from %i leads to %s", (key, at, to) => {
  expect(walk(key, at, 3)).toBe(to);
});
