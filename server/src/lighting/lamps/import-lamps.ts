/** Lamps of a lighting inventory, by their ids. Lamps that the file lacks stay, and are told of. */
import { type LngLat, toGrid } from "@trygg/shared/geo/sweref.ts";
import type { Told } from "@trygg/shared/imports/schema.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import type { Services } from "../../context.ts";
import type { Database } from "../../database/open.ts";
import { cellReader, chooseColumns, namedColumns } from "../../imports/columns.ts";
import { Unfit } from "../../imports/fields.ts";
import { openSource } from "../../imports/formats/open.ts";
import type { SourceRow } from "../../imports/formats/source.ts";
import type { ImportFile, ImportKind, Mapping, Prepared, Progress } from "../../imports/kind.ts";
import { isOnMap, locate, outsideMap } from "../../imports/locate.ts";
import { readRows } from "../../imports/read-rows.ts";
import { type Rejections, gatherRejections } from "../../imports/rejections.ts";
import { say } from "../../imports/say.ts";
import type { Town } from "../../place/town.ts";
import { Refusal } from "../../refusal.ts";
import { keepLuminaire, selectLuminaireNames } from "../luminaires/store.ts";
import { type Standing, isSame, layOver } from "./lay-over.ts";
import { type ToldLamp, lampReader, toCentimetre, usualLampNames } from "./read-lamp.ts";
import type { NamedLuminaire } from "./read-light.ts";
import {
  type ChangedBy,
  type LampChange,
  type LampRow,
  changeLamps,
  insertLamps,
  lockLamps,
  selectLamps,
} from "../store.ts";

export const lampImport: ImportKind = { prepare };

async function prepare(
  { db, town, now }: Services,
  file: ImportFile,
  mapping: Mapping,
  progress: Progress,
): Promise<Prepared> {
  const rejections = gatherRejections();
  const luminaires = await selectLuminaireNames(db);
  const reading = { town, luminaires, mapping, rejections, progress };
  const { lamps, ids, read, crs, columns } = await readLamps(file, reading);
  const { toLngLat, notes } = locate(
    [...lamps.values()].map(({ pair }) => pair),
    town.place,
    crs,
  );
  const known = new Map((await selectLamps(db)).map((lamp) => [lamp.id, lamp]));
  const inventory = { fileName: file.name, day: localDate(now(), town.place.timeZone) };
  const added: LampRow[] = [];
  const changed: LampChange[] = [];
  let unchanged = 0;
  for (const lamp of lamps.values())
    rejections.guard(lamp.row, lamp.id, () => {
      const before = known.get(lamp.id);
      const after = layOver(before, lamp, standing(town, toLngLat(lamp.pair)), inventory);
      if (!before) added.push(after);
      else if (isSame(before, after)) unchanged += 1;
      else changed.push({ before, after });
    });
  const stay = [...known.keys()].filter((id) => !ids.has(id)).length;
  return {
    read,
    added: added.length,
    changed: changed.length,
    unchanged,
    rejected: rejections.count(),
    rejections: rejections.first,
    notes: [
      ...notes,
      say("columns", { columns }),
      ...silencesIn([...lamps.values()]),
      ...(stay > 0 ? [say("stay", { count: stay })] : []),
    ],
    topics: ["lighting"],
    store: (tx, importId) =>
      storeLamps(tx, added, changed, { at: new Date(now()), accountId: null, importId }),
  };
}

interface Reading {
  town: Town;
  luminaires: readonly NamedLuminaire[];
  mapping: Mapping;
  rejections: Rejections;
  progress: Progress;
}

/** The rows of a file that tell of a lamp, by its id; the others are rejected. */
async function readLamps(file: ImportFile, { town, luminaires, mapping, rejections, progress }: Reading) {
  const source = await openSource(file, progress);
  const columns = chooseColumns(source.columns, usualLampNames, mapping);
  const cell = cellReader(columns, mapping);
  const readLamp = lampReader(cell, town, luminaires);
  const lamps = new Map<string, ToldLamp>();
  const ids = new Set<string>();
  const nameOf = ({ properties }: SourceRow) => cell(properties, "id");
  const read = await readRows(source, rejections, nameOf, (row) => {
    ids.add(nameOf(row));
    const lamp = readLamp(row);
    const same = lamps.get(lamp.id);
    if (same) throw new Unfit(say("duplicate", { row: same.row }));
    lamps.set(lamp.id, lamp);
  });
  return { lamps, ids, read, crs: mapping.crs ?? source.crs, columns: namedColumns(columns) };
}

function standing(town: Town, at: LngLat): Standing {
  if (!isOnMap(town.place, at)) throw new Unfit(outsideMap(at));
  const grid = toGrid(at);
  return {
    east: toCentimetre(grid.east),
    north: toCentimetre(grid.north),
    area: town.areaAt(grid) ?? null,
  };
}

/** What the file says nothing about, by the number of rows. */
function silencesIn(lamps: ToldLamp[]): Told[] {
  const silent = (field: "height" | "flux" | "status") =>
    lamps.filter((lamp) => lamp[field] === undefined).length;
  const unknown = (["height", "flux"] as const).flatMap((field) =>
    silent(field) > 0 ? [say("unknownValues", { field, count: silent(field) })] : [],
  );
  const count = silent("status");
  return count > 0 ? [...unknown, say("statusAssumed", { count })] : unknown;
}

/** Refuses when somebody has changed one of the lamps, or removed a luminaire of theirs, since the file was read. */
async function storeLamps(
  tx: Database,
  added: LampRow[],
  changed: LampChange[],
  by: ChangedBy,
): Promise<void> {
  const expected = new Map(changed.map(({ before }) => [before.id, before]));
  const touched = [...expected.keys(), ...added.map(({ id }) => id)];
  const found = await lockLamps(tx, touched);
  const asExpected = (lamp: LampRow) => {
    const before = expected.get(lamp.id);
    return before !== undefined && isSame(before, lamp);
  };
  if (found.length !== expected.size || !found.every(asExpected))
    throw new Refusal("conflict", "expected the lamps as they were when the file was read; try again");
  const given = new Set([...added, ...changed.map(({ after }) => after)].map(({ luminaire }) => luminaire));
  for (const id of given)
    if (id !== null && !(await keepLuminaire(tx, id)))
      throw new Refusal("conflict", "expected the luminaires as they were when the file was read; try again");
  const importId = by.importId ?? null;
  await insertLamps(
    tx,
    added.map((lamp) => ({ ...lamp, importId })),
  );
  await changeLamps(
    tx,
    changed.map(({ before, after }) => ({ before, after: { ...after, importId } })),
    by,
  );
}
