/** People and dwellings by SCB's squares of 250 m and 1 km; those on the town's map replace what was there. */
import { type GridPosition, toLngLat } from "@trygg/shared/geo/sweref.ts";
import { type PopulationSquare, populationFile } from "@trygg/shared/place/population.ts";
import type { Services } from "../context.ts";
import {
  type ReadCell,
  type UsualNames,
  cellReader,
  chooseColumns,
  namedColumns,
  names,
} from "../imports/columns.ts";
import { Unfit, readAnyNumber } from "../imports/fields.ts";
import { openSource } from "../imports/formats/open.ts";
import type { SourceRow } from "../imports/formats/source.ts";
import type { ImportFile, ImportKind, Mapping, Prepared, Progress } from "../imports/kind.ts";
import { isOnMap } from "../imports/locate.ts";
import { readRows } from "../imports/read-rows.ts";
import { gatherRejections } from "../imports/rejections.ts";
import { say } from "../imports/say.ts";
import { compare, readImported, writeJson } from "./imported.ts";
import { putTownFiles } from "./store.ts";

const FILE = "population.json";
/** No square kilometre of Sweden has as many. */
const MOST_PEOPLE = 100_000;

const usualNames = {
  id: names("ruta rutid rutaid rutidscb id gridid square"),
  side: names("rutstorl rutstorlek storlek side size"),
  people: names("pop befolkning folkmangd totalt total totalbef antal people population beftotalt"),
  dwellings: names("bostader lagenheter antalbostader antallagenheter dwellings hushall households"),
} satisfies UsualNames<string>;

export const populationImport: ImportKind = { prepare };

async function prepare(
  { town }: Services,
  file: ImportFile,
  mapping: Mapping,
  progress: Progress,
): Promise<Prepared> {
  const rejections = gatherRejections();
  const source = await openSource(file, progress);
  const columns = chooseColumns(source.columns, usualNames, mapping);
  const cell = cellReader(columns, mapping);
  const nameOf = ({ properties }: SourceRow) => cell(properties, "id");
  const told = new Map<string, ToldSquare>();
  let outside = 0;
  let quarters = false;
  const read = await readRows(source, rejections, nameOf, (row) => {
    const square = readSquare(row, cell);
    quarters ||= !fits(square, 1000);
    if (!isOnMap(town.place, toLngLat({ east: square.east + 125, north: square.north + 125 }))) {
      outside += 1;
      return;
    }
    const key = `${square.side ?? ""} ${square.id}`;
    const same = told.get(key);
    if (same) throw new Unfit(say("duplicate", { row: same.row }));
    told.set(key, square);
  });
  // A file that does not tell the side holds squares of one size: where all could be of 1 km, they are.
  const usualSide = quarters ? 250 : 1000;
  const after = [...told.values()].map(
    ({ east, north, side = usualSide, people, dwellings }): PopulationSquare => ({
      east,
      north,
      side,
      people,
      dwellings,
    }),
  );
  const before = readImported(town, FILE, populationFile)?.squares ?? [];
  const { gone, ...counts } = compare(before, after, keyOf);
  return {
    read,
    ...counts,
    changed: counts.changed + gone,
    rejected: rejections.count(),
    rejections: rejections.first,
    notes: [
      say("columns", { columns: namedColumns(columns) }),
      ...(outside > 0 ? [say("outsideCounted", { count: outside })] : []),
      ...(gone > 0 ? [say("gone", { count: gone })] : []),
    ],
    topics: ["place"],
    store: (tx, importId) => putTownFiles(tx, importId, new Map([[FILE, writeJson({ squares: after })]])),
  };
}

const keyOf = ({ east, north, side }: PopulationSquare) => `${side} ${east} ${north}`;

type Side = PopulationSquare["side"];

interface ToldSquare extends Omit<PopulationSquare, "side"> {
  row: number;
  id: string;
  side: Side | undefined;
}

function readSquare({ row, properties }: SourceRow, cell: ReadCell<keyof typeof usualNames>): ToldSquare {
  const id = cell(properties, "id");
  // SCB names a square by its south-west corner: six digits east, seven digits north.
  const [, east, north] = /^(\d{6})(\d{7})$/.exec(id) ?? [];
  const corner = { east: Number(east), north: Number(north) };
  const side = readSide(cell(properties, "side"));
  if (!east || !fits(corner, side ?? 250)) throw new Unfit(say("notASquare", { got: id.slice(0, 40) }));
  const people = readCount("people", cell(properties, "people"));
  if (people === undefined) throw new Unfit(say("missing", { field: "people" }));
  const dwellings = readCount("dwellings", cell(properties, "dwellings")) ?? null;
  return { row, id, ...corner, side, people, dwellings };
}

const fits = ({ east, north }: GridPosition, side: Side) => east % side === 0 && north % side === 0;

function readSide(text: string): Side | undefined {
  const side = readAnyNumber("side", text);
  if (side === undefined || side === 250 || side === 1000) return side;
  throw new Unfit(say("notAllowed", { field: "side", expected: "250, 1000", got: side }));
}

function readCount(field: string, text: string): number | undefined {
  const count = readAnyNumber(field, text);
  if (count === undefined || (Number.isInteger(count) && count >= 0 && count <= MOST_PEOPLE)) return count;
  throw new Unfit(say("outOfRange", { field, least: 0, most: MOST_PEOPLE, got: count }));
}
