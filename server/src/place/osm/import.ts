/** An extract of OpenStreetMap in the place of the schematic map: base map, walkable network, names, and street lamps. */
import { type Place, placeFile } from "@trygg/shared/place/schema.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import type { Services } from "../../context.ts";
import { openOsm } from "../../imports/formats/osm.ts";
import type { ImportFile, ImportKind, Mapping, Prepared, Progress } from "../../imports/kind.ts";
import { say } from "../../imports/say.ts";
import type { Database } from "../../database/open.ts";
import { changeLamps, insertLamps, lockLamps, selectLamps } from "../../lighting/store.ts";
import { putTownFiles, selectTownFiles } from "../store.ts";
import { read } from "../town.ts";
import { drawnRound, overlap, readRound, refuseElsewhere } from "./cover.ts";
import { drawExtract } from "./drawing.ts";
import { type Box, readExtract } from "./extract.ts";
import { townFiles } from "./files.ts";
import { type FoundLamp, type LampsTold, findLamps, sortLamps } from "./lamps.ts";

export const osmImport: ImportKind = { prepare };

async function prepare(
  { db, town, now }: Services,
  file: ImportFile,
  _mapping: Mapping,
  progress: Progress,
): Promise<Prepared> {
  // The town's own place, as its folder has it: an earlier extract may have covered less.
  const own = read(town.files.own, "place.json", placeFile);
  const wanted = boundsOf(own);
  const extract = await readExtract(await openOsm(file), readRound(wanted), (share) => progress(share * 0.6));
  refuseElsewhere(extract, town, file.name);
  const bounds = overlap(wanted, extract.covers);
  const drawing = drawExtract(extract, drawnRound(wanted), bounds, town.areaAt);
  progress(0.9);
  const files = sortFiles(townFiles(drawing, own, bounds), await selectTownFiles(db));
  const found = findLamps(extract, bounds, town.areaAt, own.municipality.sv);
  const told = { day: localDate(now(), own.timeZone) };
  const known = await selectLamps(db);
  const lamps = sortLamps(found, known, told);
  const missing = known.filter(({ id }) => id.startsWith("osm-") && !lamps.ids.has(id)).length;
  return {
    read: extract.read,
    added: files.added.size + lamps.added.length,
    changed: files.changed.size + lamps.changed.length,
    unchanged: files.unchanged + lamps.unchanged,
    rejected: extract.rejections.count(),
    rejections: extract.rejections.first,
    notes: [
      ...drawing.notes,
      say("drawn", { files: files.all, lamps: found.length }),
      ...(missing > 0 ? [say("stay", { count: missing })] : []),
    ],
    topics: ["place", "lighting"],
    async store(tx, importId) {
      await putTownFiles(tx, importId, new Map([...files.added, ...files.changed]));
      await storeLamps(tx, found, told, { at: new Date(now()), importId });
    },
  };
}

function boundsOf({ bounds: [west, south, east, north] }: Place): Box {
  return { west, south, east, north };
}

type Files = ReadonlyMap<string, Buffer>;

function sortFiles(files: Files, stored: Files) {
  const differing = [...files].filter(([name, content]) => !stored.get(name)?.equals(content));
  const added = new Map(differing.filter(([name]) => !stored.has(name)));
  const changed = new Map(differing.filter(([name]) => stored.has(name)));
  return { all: files.size, added, changed, unchanged: files.size - differing.length };
}

/** Sorted once more under lock: a lamp may have been changed by hand since the file was read. */
async function storeLamps(
  tx: Database,
  found: readonly FoundLamp[],
  told: LampsTold,
  { at, importId }: { at: Date; importId: string },
): Promise<void> {
  const known = await lockLamps(
    tx,
    found.map(({ id }) => id),
  );
  const { added, changed } = sortLamps(found, known, told);
  await insertLamps(
    tx,
    added.map((lamp) => ({ ...lamp, importId })),
  );
  await changeLamps(
    tx,
    changed.map(({ before, after }) => ({ before, after: { ...after, importId } })),
    { at, accountId: null, importId },
  );
}
