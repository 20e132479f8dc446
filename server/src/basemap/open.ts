/** Opens the base map that the settings name: what pages are told of it, and what the server must serve for it. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Pictures } from "@trygg/shared/basemap.ts";
import type { Boot } from "@trygg/shared/boot.ts";
import { assertOutbound } from "../outbound.ts";
import type { Town } from "../place/town.ts";
import { StartRefusal } from "../refusal.ts";
import type { Settings } from "../settings.ts";
import { readArchive } from "./archive.ts";
import { attributionOf } from "./plain-text.ts";
import { readOutside } from "./read-outside.ts";
import { type Style, type WholeStyle, readStyle } from "./style.ts";
import { mapPattern, readCapabilities } from "./wmts.ts";

export interface Basemap {
  /** What pages are told. */
  told: Boot["basemap"];
  /** Origins that pages fetch from, for the policy that lets them. */
  origins: string[];
  /** A file that is read in ranges, by the address that names its present content. */
  archive?: { path: string; address: string };
  /** A folder whose files are served as they are. */
  folder?: string;
  /** Styles by their name under `/basemap/`. */
  styles: Record<string, Style>;
}

/** Where a folder's files are found. */
export const FILES = "/basemap/files/";

export function openBasemap(
  { basemap, outbound }: Pick<Settings, "basemap" | "outbound">,
  town: Town,
): Promise<Basemap> | Basemap {
  switch (basemap.kind) {
    case "schematic":
      return openSchematic(town);
    case "archive":
      return openArchive(basemap.path);
    case "folder":
      return openFolder(basemap.path, outbound);
    case "style":
      return openStyle(basemap.address, outbound);
    case "wmts":
      return openWmts(basemap, outbound);
    case "tiles":
      return openPictures({ tiles: [mapPattern(basemap.pattern)], tileSize: 256 }, undefined, outbound);
  }
}

function openSchematic({ place }: Town): Basemap {
  const told = { ground: { kind: "schematic" } as const, attribution: place.attribution, fetchedFrom: [] };
  return { told, origins: [], styles: {} };
}

async function openArchive(path: string): Promise<Basemap> {
  const address = `/basemap/${fingerprint(path)}.pmtiles`;
  const { ground, attribution } = await readArchive(path, address);
  const told = { ground, attribution: attributionOf([attribution]), fetchedFrom: [] };
  return { told, origins: [], archive: { path, address }, styles: {} };
}

async function openFolder(folder: string, outbound: readonly string[]): Promise<Basemap> {
  const read = async (address: string) =>
    address.startsWith(FILES)
      ? readFile(join(folder, decodeURIComponent(address.slice(FILES.length))))
      : readOutside(address, outbound);
  const day = await readStyle(`${FILES}style.json`, read);
  const hasNight = existsSync(join(folder, "style-night.json"));
  const night = hasNight ? await readStyle(`${FILES}style-night.json`, read) : null;
  return { ...ofStyles(day, night, outbound), folder };
}

async function openStyle(address: string, outbound: readonly string[]): Promise<Basemap> {
  return ofStyles(await readStyle(address, (each) => readOutside(each, outbound)), null, outbound);
}

async function openWmts(
  { address, layer }: { address: string; layer: string | null },
  outbound: readonly string[],
): Promise<Basemap> {
  const { pictures, attribution } = readCapabilities(await readOutside(address, outbound), layer);
  return openPictures(pictures, attribution, outbound);
}

function openPictures(
  pictures: Pictures,
  attribution: string | undefined,
  outbound: readonly string[],
): Basemap {
  const told = { ground: { kind: "raster", pictures } as const, attribution: attributionOf([attribution]) };
  return { ...reaching(pictures.tiles ?? [], outbound, told), styles: {} };
}

/** The name of a file's present content: another file in its place, or none, has another. */
export function fingerprint(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return createHash("sha256").update(`${found?.size} ${found?.mtimeMs}`).digest("base64url").slice(0, 16);
}

function readFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartRefusal(`BASEMAP: expected a file that can be read, got "${path}" (${code})`);
  }
}

function ofStyles(day: WholeStyle, night: WholeStyle | null, outbound: readonly string[]): Basemap {
  const both = night ? [day, night] : [day];
  const told = {
    ground: { kind: "style", day: "/basemap/day.json", night: night ? "/basemap/night.json" : null } as const,
    attribution: attributionOf(both.flatMap(({ attributions }) => attributions)),
  };
  return {
    ...reaching(
      both.flatMap(({ addresses }) => addresses),
      outbound,
      told,
    ),
    styles: { "day.json": day.style, ...(night ? { "night.json": night.style } : {}) },
  };
}

/** Adds which hosts the addresses lie on, each of which must be allowed. */
function reaching(
  addresses: string[],
  outbound: readonly string[],
  told: Omit<Boot["basemap"], "fetchedFrom">,
): Pick<Basemap, "told" | "origins"> {
  const away = addresses
    .map((each) => each.replace(/^pmtiles:\/\//, ""))
    .filter((each) => !each.startsWith("/"));
  const urls = away.map((each) => new URL(each));
  for (const url of urls) assertOutbound("BASEMAP", url, outbound);
  return {
    told: { ...told, fetchedFrom: [...new Set(urls.map(({ host }) => host))] },
    origins: [...new Set(urls.map(({ origin }) => origin))],
  };
}
