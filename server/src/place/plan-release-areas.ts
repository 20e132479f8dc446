/**
 * Release areas of another town: polygons become unions of the squares whose middles they cover. They never change once
 * anything has been stored that names one, for then the same figure would mean another place.
 */
import { squareAt } from "@trygg/shared/geo/square.ts";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import { type Area, placesFile } from "@trygg/shared/place/schema.ts";
import type { Services } from "../context.ts";
import type { Database } from "../database/open.ts";
import { Unfit, readText, readWord, spellingsOf } from "../imports/fields.ts";
import type { Rejections } from "../imports/rejections.ts";
import { say } from "../imports/say.ts";
import { changeLamps, selectLamps } from "../lighting/store.ts";
import { Refusal } from "../refusal.ts";
import type { AreaPlan, GivenArea } from "./given-area.ts";
import { compare, writeJson } from "./imported.ts";
import { outlineOf } from "./outline.ts";
import { squaresIn } from "./squares-in.ts";
import { holdsAreaNames, putTownFiles } from "./store.ts";
import { type Town, read } from "./town.ts";

const NOTE = "Release areas: the squares of 62.5 m whose middles the imported polygons cover.";

export async function planReleaseAreas(
  { db, town, now }: Services,
  given: GivenArea[],
  rejections: Rejections,
): Promise<AreaPlan> {
  await refuseUsed(db);
  const areas: Area[] = [];
  const areaOf = new Map<string, string>();
  const rowOf = new Map<string, number>();
  for (const { row, name, told, outline } of given)
    rejections.guard(row, name, () => {
      const area = readArea(told);
      const same = rowOf.get(area.id);
      if (same !== undefined) throw new Unfit(say("duplicate", { row: same }));
      const squares = squaresIn(outline);
      if (squares.length === 0) throw new Unfit(say("noMiddle"));
      const taken = squares.filter((square) => areaOf.has(square));
      const [first] = taken;
      if (first) throw new Unfit(say("overlap", { id: areaOf.get(first) ?? "", squares: taken.length }));
      rowOf.set(area.id, row);
      for (const square of squares) areaOf.set(square, area.id);
      areas.push({ ...area, squares });
    });
  return {
    compared: compare([...town.areas.values()], areas, ({ id }) => id),
    async store(tx, importId) {
      await refuseUsed(tx);
      await putTownFiles(tx, importId, filesOf(town, areas, areaOf));
      await moveLamps(tx, areaOf, importId, new Date(now()));
    },
  };
}

async function refuseUsed(db: Database): Promise<void> {
  if (await holdsAreaNames(db))
    throw new Refusal(
      "conflict",
      "expected a store without reports, presence and measures: release areas never change once something names them",
    );
}

const answers = spellingsOf({
  yes: ["ja", "j", "true", "sant", "1", "x"],
  no: ["nej", "n", "false", "falskt", "0"],
});

function readArea(told: GivenArea["told"]): Omit<Area, "squares"> {
  const name = readText("name", told("name"), 80);
  const id = slugOf(told("id") || (name ?? ""));
  if (id === "") throw new Unfit(say("missing", { field: "id" }));
  const sv = name ?? id;
  const en = readText("nameEn", told("nameEn"), 80) ?? sv;
  return { id, name: { sv, en }, protected: readWord("protected", told("protected"), answers) === "yes" };
}

/** `Östra piren` → `ostra-piren`. */
function slugOf(text: string): string {
  const words = text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
  return words
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
}

/** Everything of the town that names its areas. */
function filesOf(town: Town, areas: Area[], areaOf: ReadonlyMap<string, string>): Map<string, Buffer> {
  const { note, places } = read(town.files, "places.json", placesFile);
  const shapes = areas.map((area) => ({
    type: "Feature",
    properties: { kind: "area", area: area.id, certainty: "sure" },
    geometry: outlineOf(area),
  }));
  const placed = places.map(({ area: _area, ...place }) => {
    const area = areaOf.get(squareAt(toGrid(place.at)));
    return area === undefined ? place : { ...place, area };
  });
  return new Map([
    ["areas.json", writeJson({ note: NOTE, areas })],
    ["basemap/areas.geojson", writeJson({ type: "FeatureCollection", features: shapes })],
    ["places.json", writeJson({ note, places: placed })],
  ]);
}

/** A lamp names the area that it stands in. */
async function moveLamps(
  tx: Database,
  areaOf: ReadonlyMap<string, string>,
  importId: string,
  at: Date,
): Promise<void> {
  const moved = (await selectLamps(tx)).flatMap((before) => {
    const area = areaOf.get(squareAt(before)) ?? null;
    return area === before.area ? [] : [{ before, after: { ...before, area } }];
  });
  await changeLamps(tx, moved, { at, accountId: null, importId });
}
