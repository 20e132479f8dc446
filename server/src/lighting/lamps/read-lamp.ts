/** Reads one row of a lighting inventory: what it tells about a lamp, and nothing that it does not. */
import { type LampStatus, UNKNOWN_OWNER } from "@trygg/shared/lighting/schema.ts";
import type { knownOwners } from "@trygg/shared/place/service.ts";
import type { Geometry } from "geojson";
import { type ReadCell, type UsualNames, names } from "../../imports/columns.ts";
import {
  Unfit,
  readAnyNumber,
  readDay,
  readRanged,
  readText,
  readWord,
  spellingsOf,
} from "../../imports/fields.ts";
import type { Town } from "../../place/town.ts";
import type { SourceRow } from "../../imports/formats/source.ts";
import type { Pair } from "../../imports/locate.ts";
import { say } from "../../imports/say.ts";
import { type NamedLuminaire, type ToldLight, lightReader, usualLightNames } from "./read-light.ts";

type Field = keyof typeof usualLampNames;

/** What inventories call our fields, in Swedish and English. */
export const usualLampNames = {
  id: names(
    "id nr nummer lampnr lampnummer lampid stolpnr stolpnummer stolpid armaturnr armaturid belysningspunkt " +
      "ljuspunkt ljuspunktsnr objektid objektnr number lamp lampnumber poleid polenumber assetid globalid uuid",
  ),
  east: names("lng lon long longitude longitud east easting ost ostlig e x xkoord xkoordinat xcoord koordx"),
  north: names("lat latitude latitud north northing nord norr nordlig n y ykoord ykoordinat ycoord koordy"),
  height: names(
    "height hojd hojdm ljuspunktshojd ljuspunkthojd stolphojd monteringshojd lph mountingheight poleheight heightm",
  ),
  flux: names("flux ljusflode ljusflodelm lumen lm luminousflux fluxlm"),
  ...usualLightNames,
  owner: names("owner agare anlaggningsagare huvudman vaghallare"),
  status: names("status driftstatus tillstand state condition"),
  statusSince: names(
    "statussince statusdatum statusdate kontrolldatum senastkontrollerad inventerad inventeringsdatum " +
      "inspected inspectiondate",
  ),
  statusSource: names("statussource statuskalla kalla source"),
} satisfies UsualNames<string>;

/** How inventories write owners that are known without knowing the town. */
const usualOwners: Record<(typeof knownOwners)[number], string[]> = {
  municipality: ["kommun", "kommunen", "kommunal", "municipal"],
  "road-administration": ["Trafikverket", "TRV", "Vägverket", "staten", "Swedish Transport Administration"],
  "property-owner": [
    "fastighetsägare",
    "fastighetsägaren",
    "privat",
    "private",
    "bostadsrättsförening",
    "brf",
  ],
  "road-association": [
    "vägförening",
    "vägsamfällighet",
    "samfällighet",
    "samfällighetsförening",
    "enskild väg",
  ],
};

/** The town's owners by their ids, their names and what inventories usually call them. */
export function ownersOf({ place, service }: Town): Map<string, string> {
  const usual = Object.entries(usualOwners);
  return spellingsOf(
    Object.fromEntries([
      ...service.lampOwners.map(({ id, name }) => [
        id,
        [
          ...Object.values(name),
          ...usual.flatMap(([known, spellings]) => (known === id ? spellings : [])),
          ...(id === "municipality" ? [place.municipality.sv] : []),
        ],
      ]),
      [UNKNOWN_OWNER, ["okänd", "okänt"]],
    ]),
  );
}

const statuses = spellingsOf<LampStatus>({
  working: ["i drift", "drift", "fungerar", "ok", "hel", "tänd", "on", "active", "aktiv", "in service"],
  broken: ["trasig", "släckt", "felanmäld", "fel", "ur funktion", "defekt", "faulty", "fault"],
  off: ["avstängd", "ur drift", "frånkopplad", "inaktiv", "inactive", "out of service"],
});

export interface ToldLamp extends ToldLight {
  row: number;
  id: string;
  pair: Pair;
  height: number | undefined;
  flux: number | undefined;
  owner: string | undefined;
  status: LampStatus | undefined;
  statusSince: string | undefined;
  statusSource: string | undefined;
}

/** How rows of one file are read; a row that cannot be used is an Unfit. */
export function lampReader(
  cell: ReadCell<Field>,
  town: Town,
  luminaires: readonly NamedLuminaire[],
): (row: SourceRow) => ToldLamp {
  const owners = ownersOf(town);
  const readLight = lightReader(town, luminaires);
  return ({ row, properties, geometry }) => {
    const told = (field: Field) => cell(properties, field);
    const id = readText("id", told("id"), 60);
    if (id === undefined) throw new Unfit(say("missing", { field: "id" }));
    const height = readRanged("height", told("height"), { least: 0.5, most: 60 });
    const flux = readRanged("flux", told("flux"), { least: 10, most: 500_000 });
    return {
      row,
      id,
      pair: geometry ? pairOf(geometry) : pairIn(told("east"), told("north")),
      height: height === undefined ? undefined : toCentimetre(height),
      flux: flux === undefined ? undefined : Math.round(flux),
      ...readLight(told),
      owner: readWord("owner", told("owner"), owners),
      status: readWord("status", told("status"), statuses),
      statusSince: readDay("statusSince", told("statusSince")),
      statusSource: readText("statusSource", told("statusSource"), 120),
    };
  };
}

export const toCentimetre = (metres: number) => Math.round(metres * 100) / 100;

function pairOf(geometry: Geometry): Pair {
  const single = geometry.type === "MultiPoint" && geometry.coordinates.length === 1;
  const point =
    geometry.type === "Point" ? geometry.coordinates : single ? geometry.coordinates[0] : undefined;
  if (!point) throw new Unfit(say("wrongGeometry", { expected: "Point", got: geometry.type }));
  const [first, second] = point;
  if (first === undefined || second === undefined || !Number.isFinite(first) || !Number.isFinite(second))
    throw new Unfit(say("noGeometry"));
  return [first, second];
}

function pairIn(east: string, north: string): Pair {
  const [first, second] = [readAnyNumber("east", east), readAnyNumber("north", north)];
  if (first === undefined || second === undefined) throw new Unfit(say("noGeometry"));
  return [first, second];
}
