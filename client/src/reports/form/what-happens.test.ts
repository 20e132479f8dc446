import { expect, it } from "vitest";
import { catalogues } from "../../i18n/catalogues.ts";

it.each([...catalogues])("what happens with a report is told in at most eighty words: %s", (_, { form }) => {
  const { title, points } = form.happens;
  const words = [title, ...Object.values(points)].join(" ").split(" ");
  expect(words.length).toBeLessThanOrEqual(80);
});
