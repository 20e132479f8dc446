/**
 * Areas as polygons: with a lighting class or an owner they tell of light; else they are the release areas of a town
 * that nobody has reported from yet. Either replaces those before.
 */
import type { Position } from "geojson";
import type { Services } from "../context.ts";
import { cellReader, chooseColumns, namedColumns } from "../imports/columns.ts";
import { openSource } from "../imports/formats/open.ts";
import type { SourceRow } from "../imports/formats/source.ts";
import type { ImportFile, ImportKind, Mapping, Prepared, Progress } from "../imports/kind.ts";
import { locate } from "../imports/locate.ts";
import { outlineIn, pairOf, polygonsOf } from "../imports/outlines.ts";
import { readRows } from "../imports/read-rows.ts";
import { gatherRejections } from "../imports/rejections.ts";
import { say } from "../imports/say.ts";
import { planLightingAreas } from "../lighting/level/plan-areas.ts";
import { usualAreaNames } from "./area-columns.ts";
import type { GivenArea } from "./given-area.ts";
import { planReleaseAreas } from "./plan-release-areas.ts";

export const areaImport: ImportKind = { prepare };

async function prepare(
  services: Services,
  file: ImportFile,
  mapping: Mapping,
  progress: Progress,
): Promise<Prepared> {
  const { place } = services.town;
  const rejections = gatherRejections();
  const source = await openSource(file, progress);
  const columns = chooseColumns(source.columns, usualAreaNames, mapping);
  const cell = cellReader(columns, mapping);
  const nameOf = ({ properties }: SourceRow) => cell(properties, "id") || cell(properties, "name");
  const shapes: { row: SourceRow; polygons: Position[][][] }[] = [];
  const read = await readRows(source, rejections, nameOf, (row) => {
    shapes.push({ row, polygons: polygonsOf(row.geometry) });
  });
  const corners = shapes.flatMap(({ polygons }) => polygons.flat(2));
  const located = locate(corners.map(pairOf), place, mapping.crs ?? source.crs);
  const given: GivenArea[] = [];
  for (const { row, polygons } of shapes)
    rejections.guard(row.row, nameOf(row), () => {
      const outline = outlineIn(polygons, located, place);
      given.push({ row: row.row, name: nameOf(row), told: (field) => cell(row.properties, field), outline });
    });
  const ofLight = [columns.class, columns.owner, mapping.defaults["class"], mapping.defaults["owner"]];
  const isOfLight = ofLight.some((each) => each !== undefined);
  const plan = isOfLight
    ? planLightingAreas(services, given, rejections)
    : await planReleaseAreas(services, given, rejections);
  const { gone, ...counts } = plan.compared;
  return {
    read,
    ...counts,
    changed: counts.changed + gone,
    rejected: rejections.count(),
    rejections: rejections.first,
    notes: [
      say(isOfLight ? "lightingAreas" : "releaseAreas"),
      ...located.notes,
      say("columns", { columns: namedColumns(columns) }),
      ...(gone > 0 ? [say("gone", { count: gone })] : []),
    ],
    topics: ["place"],
    store: plan.store,
  };
}
