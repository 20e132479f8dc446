/** The coordinate systems that files of Swedish towns come in, and the way from each of them to degrees. */
import proj4 from "proj4";
import { type LngLat, toLngLat } from "./sweref.ts";

export const crsNames = {
  "EPSG:4326": "WGS 84",
  "EPSG:3006": "SWEREF 99 TM",
  "EPSG:3009": "SWEREF 99 15 00",
} as const;
export type Crs = keyof typeof crsNames;
export const crsCodes = Object.keys(crsNames) as Crs[];

const sweref991500 = proj4(
  "+proj=tmerc +lat_0=0 +lon_0=15 +k=1 +x_0=150000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs",
);

/** Degrees of a position in one of the systems: its first number eastward, its second northward. */
export function fromCrs(crs: Crs, [first, second]: readonly [number, number]): LngLat {
  switch (crs) {
    case "EPSG:4326":
      return { lng: first, lat: second };
    case "EPSG:3006":
      return toLngLat({ east: first, north: second });
    case "EPSG:3009": {
      const [lng, lat] = sweref991500.inverse([first, second]) as [number, number];
      return { lng, lat };
    }
  }
}

/** Metres east and north in SWEREF 99 15 00. */
export function toSweref991500({ lng, lat }: LngLat): [east: number, north: number] {
  return sweref991500.forward([lng, lat]) as [number, number];
}

/** Spellings of the three without anything but letters and digits; SWEREF 99's own degrees differ from WGS 84 by less than a metre. */
const spellings: Record<string, Crs> = {
  "4326": "EPSG:4326",
  wgs84: "EPSG:4326",
  crs84: "EPSG:4326",
  gcswgs1984: "EPSG:4326",
  gcssweref99: "EPSG:4326",
  sweref99: "EPSG:4326",
  "4619": "EPSG:4326",
  "3006": "EPSG:3006",
  sweref99tm: "EPSG:3006",
  "3009": "EPSG:3009",
  sweref991500: "EPSG:3009",
};

/** The system that a file or a person names: `EPSG:3009`, a URN, or the well-known text of a .prj. */
export function readCrs(named: string): Crs | undefined {
  const ofText = /^\s*\w+\s*\[\s*"([^"]*)"/.exec(named)?.[1];
  const plain = (ofText ?? named).toLowerCase().replace(/[^a-z0-9]+/g, "");
  const code = /(?:^|epsg.*?)(\d{4})$/.exec(plain)?.[1];
  return spellings[plain] ?? (code === undefined ? undefined : spellings[code]) ?? ogc84(plain);
}

/** `urn:ogc:def:crs:OGC:1.3:CRS84`, as older GeoJSON says. */
const ogc84 = (plain: string): Crs | undefined => (plain.endsWith("crs84") ? "EPSG:4326" : undefined);
