import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`);

/** Everything that is built or run, tests apart. */
const sources = [
  ...["client/src", "server/src", "shared/src"].flatMap(filesIn),
  "client/index.html",
  "client/rapportera.html",
  "client/tillganglighet.html",
]
  .filter((path) => /\.(tsx?|json|css|html|sql)$/.test(path))
  .filter((path) => !/\.test\.tsx?$|^server\/src\/testing\/|^server\/src\/database\/dumps\//.test(path));

test("no source outside data and tests names a town: what belongs to one stands in its folder", () => {
  const towns = readdirSync(join(root, "data")).filter((name) =>
    existsSync(join(root, "data", name, "place.json")),
  );
  expect(towns.length).toBeGreaterThan(1);
  const named = new RegExp(towns.join("|"), "i");
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.filter((path) => named.test(readFileSync(join(root, path), "utf8")))).toEqual([]);
});
