/** Tells how far the drawn base map lies from the positions that public pages state; needs the town's folder only. */
import { type CheckedPoint, checkPoint, referenceFile } from "@trygg/shared/place/reference.ts";
import type { Feature } from "geojson";
import { z } from "zod";
import { textTable } from "../text-table.ts";
import { layFiles, read, townFolder } from "./town.ts";

const drawnFile = z.object({ features: z.array(z.custom<Feature>()) });

export function checkPlace(name: string): CheckedPoint[] {
  const files = layFiles(townFolder(name));
  if (!files.has("reference-points.json")) return [];
  const { points } = read(files, "reference-points.json", referenceFile);
  const drawn = files
    .list("basemap")
    .filter((file) => file.endsWith(".geojson"))
    .flatMap((file) => read(files, `basemap/${file}`, drawnFile).features);
  return points.map((point) => checkPoint(point, drawn));
}

/** Columns of numbers. */
const [METRES, LIMIT] = [3, 4];

/** The points as a table, with a last line that counts those that lie too far. */
export function placeTable(checked: CheckedPoint[]): string {
  const rows = [
    ["name", "drawn", "how sure", "metres", "limit", ""],
    ...checked.map(({ name, drawn, certainty, metres, limit, ok }) => [
      name,
      drawn,
      certainty,
      metres === Infinity ? "not drawn" : metres.toFixed(1),
      String(limit),
      ok ? "ok" : "too far",
    ]),
  ];
  const far = checked.filter(({ ok }) => !ok).length;
  return [...textTable(rows, [METRES, LIMIT]), `${checked.length} points, ${far} too far`].join("\n");
}
