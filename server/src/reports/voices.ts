/**
 * One voice is one device in one area, band and feeling within a calendar year. The device's secret is never stored:
 * tags made from it with the year's key are, and they link neither across areas, bands and feelings nor across years,
 * because the key is destroyed when its year is over.
 */
import { createHmac, randomBytes } from "node:crypto";
import { CELLS_PER_DEVICE } from "@trygg/shared/releases/rule.ts";
import type { Band, Feeling } from "@trygg/shared/reports/terms.ts";
import { localTime } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { deleteKeysBefore, storeKey } from "../database/keys.ts";
import type { Database } from "../database/open.ts";
import { type StoredReport, countCells, silenceReport } from "./store.ts";

/** The tags of a report's voice in each of its bands. */
export type VoiceTags = Partial<Record<Band, Buffer>>;

interface Voice {
  /** The device's secret; without one the report is a voice of its own. */
  secret: string | undefined;
  area: string;
  feeling: Feeling;
  bands: Band[];
}

export async function tagVoice(services: Services, voice: Voice): Promise<VoiceTags> {
  const { secret, area, feeling, bands } = voice;
  if (secret === undefined) return Object.fromEntries(bands.map((band) => [band, randomBytes(32)]));
  const key = await yearKey(services);
  return Object.fromEntries(bands.map((band) => [band, tagOf(key, "voice", secret, area, band, feeling)]));
}

/**
 * Counts the cells that a stored report has added to its device's, and silences the report when they are too many.
 * Counted after the report and committed by itself: a report that is sent ten times at once counts once, and nothing
 * in the database connects the count with the report.
 */
export async function holdToCap(services: Services, secret: string, stored: StoredReport): Promise<void> {
  const cells = stored.newVoices.length;
  if (cells === 0) return;
  const device = tagOf(await yearKey(services), "cap", secret);
  if (await countCells(services.db, device, cells, CELLS_PER_DEVICE)) return;
  await silenceReport(services.db, stored);
  services.changes.tell("reports");
}

const YEAR_KEY = "voices-";
const yearKeyName = (year: number) => `${YEAR_KEY}${year}`;

/** The key of the year under way, as each store gave it: asked for once, and forgotten with its year. */
const keys = new WeakMap<Database, { year: number; key: Promise<Buffer> }>();

function yearKey({ db, now, town }: Services): Promise<Buffer> {
  const { year } = localTime(now(), town.place.timeZone);
  const known = keys.get(db);
  if (known?.year === year) return known.key;
  const key = storeKey(db, yearKeyName(year));
  keys.set(db, { year, key });
  key.catch(() => keys.delete(db));
  return key;
}

/** Destroys the keys of years that are over: from then on nobody can tell whose a tag is. */
export async function destroyPastYearKeys({ db, now, town }: Services): Promise<void> {
  const { year } = localTime(now(), town.place.timeZone);
  await deleteKeysBefore(db, YEAR_KEY, yearKeyName(year));
}

function tagOf(key: Buffer, ...parts: string[]): Buffer {
  return createHmac("sha256", key).update(JSON.stringify(parts)).digest();
}
