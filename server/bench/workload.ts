/**
 * Invented reports of our own shape in any number, the same in every run: some places are spoken of far more than
 * others, a device speaks of the same place more than once, evenings and nights weigh most. They are written into the
 * tables past the verbs, because a million reports by the form would take all day.
 */
import { createHash } from "node:crypto";
import { squareAt, squareCorner } from "@trygg/shared/geo/square.ts";
import { bandsOf, type Feeling, type Impact, type Light } from "@trygg/shared/reports/terms.ts";
import { binsOfChoices, whenChoices } from "@trygg/shared/reports/draft.ts";
import { maskOfBins } from "@trygg/shared/time/bins.ts";
import { addDays, daysBetween } from "@trygg/shared/time/local.ts";
import type pg from "pg";
import { makeRandom } from "../src/demonstration/random.ts";
import type { Town } from "../src/place/town.ts";

export interface WorkloadReport {
  id: string;
  receivedOn: string;
  feeling: Feeling;
  east: number;
  north: number;
  square: string;
  area: string;
  reasons: string[];
  bins: bigint;
  light: Light;
  impact: Impact | null;
  /** Tags in hexadecimal. */
  voiceDay: string | null;
  voiceDark: string | null;
}

interface Wanted {
  count: number;
  from: string;
  to: string;
  seed?: string;
  /** How quickly places grow quiet: the place in rank r is spoken of in proportion to 1 / (r + 5) ^ tail. */
  tail?: number;
}

/** Reports a device sends on average. */
const PER_DEVICE = 1.6;

export function* inventWorkload(
  town: Town,
  { count, from, to, seed = "workload", tail = 1 }: Wanted,
): Generator<WorkloadReport> {
  const random = makeRandom(seed);
  const squares = [...town.areas.values()].flatMap(({ squares: own }) => own);
  const byChance = squares.map((square) => [random.next(), square] as const).sort(([a], [b]) => a - b);
  const heavy = heavyTail(
    byChance.map(([, square]) => square),
    tail,
  );
  const reasons = {
    unsafe: [...town.reasons.values()].filter(({ feeling }) => feeling === "unsafe").map(({ id }) => id),
    safe: [...town.reasons.values()].filter(({ feeling }) => feeling === "safe").map(({ id }) => id),
  };
  const days = daysBetween(from, to);
  const masks = whenMasks();
  let [device, left, feeling, square] = [0, 0, "unsafe" as Feeling, ""];
  for (let index = 0; index < count; index++) {
    if (left < 1) {
      device += 1;
      left = random.whole(1, 2 * PER_DEVICE - 1 + (random.next() < 0.2 ? 1 : 0));
      feeling = random.next() < 0.75 ? "unsafe" : "safe";
      square = heavy(random.next());
    }
    left -= 1;
    const corner = squareCorner(square);
    const at = {
      east: Math.ceil((corner.east + random.whole(0, 5) * 10) / 10) * 10,
      north: Math.ceil((corner.north + random.whole(0, 5) * 10) / 10) * 10,
    };
    const held = squareAt(at);
    const area = town.areaOf(held) ?? town.areaOf(square) ?? "";
    const light = (["dark", "dark", "dark", "light", "both"] as const)[random.whole(0, 4)] ?? "dark";
    const given = new Set<string>();
    const wanted = random.whole(1, random.next() < 0.2 ? 6 : 3);
    while (given.size < wanted) given.add(random.pick(reasons[feeling]));
    const tag = (band: string) => digest(`${seed} ${device} ${area} ${band} ${feeling}`);
    const bands = bandsOf(light);
    yield {
      id: random.uuid(),
      receivedOn: addDays(from, random.whole(0, days)),
      feeling,
      ...at,
      square: town.areaOf(held) ? held : square,
      area,
      reasons: [...given],
      bins: random.pick(masks),
      light,
      impact: random.next() < 0.7 ? (random.whole(0, 3) as Impact) : null,
      voiceDay: bands.includes("day") ? tag("day") : null,
      voiceDark: bands.includes("dark") ? tag("dark") : null,
    };
  }
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

function heavyTail(ranked: string[], tail: number): (at: number) => string {
  let sum = 0;
  const ends = ranked.map((_, rank) => (sum += 1 / (rank + 5) ** tail));
  return (at) => ranked[ends.findIndex((end) => end > at * sum)] ?? ranked[0] ?? "";
}

/** Masks as the form makes them: one choice, two together, and always. */
function whenMasks(): bigint[] {
  const pairs = whenChoices.flatMap((one) => whenChoices.map((two) => [one, two]));
  return [maskOfBins([]), ...pairs.map((pair) => maskOfBins(binsOfChoices(pair)))];
}

const BATCH = 5000;

/** Writes reports and their voices into the tables of a store. */
export async function storeWorkload(client: pg.Client, reports: Iterable<WorkloadReport>): Promise<number> {
  let stored = 0;
  let batch: WorkloadReport[] = [];
  const flush = async () => {
    const rows = batch.map(({ bins, ...report }) => ({ ...report, bins: bins.toString() }));
    await client.query(
      `insert into reports (id, client_key_hash, receipt_hash, received_on, feeling, east, north, square, area,
         reasons, bins, light, impact, voice_day, voice_dark, weight)
       select r.id, sha256(('key' || r.id)::bytea), sha256(('receipt' || r.id)::bytea), r."receivedOn", r.feeling,
         r.east, r.north, r.square, r.area, array(select jsonb_array_elements_text(r.reasons)), r.bins, r.light,
         r.impact, decode(r."voiceDay", 'hex'), decode(r."voiceDark", 'hex'), 1
       from jsonb_to_recordset($1::jsonb) as r(id uuid, "receivedOn" date, feeling text, east int, north int,
         square text, area text, reasons jsonb, bins bigint, light text, impact smallint, "voiceDay" text,
         "voiceDark" text)`,
      [JSON.stringify(rows)],
    );
    const tags = batch
      .flatMap(({ voiceDay, voiceDark }) => [voiceDay, voiceDark])
      .filter((tag) => tag !== null);
    await client.query(
      `insert into voices (tag, key)
       select decode(tag, 'hex'), substr(sha256(('voice' || tag)::bytea), 1, 16) from unnest($1::text[]) as tag
       on conflict do nothing`,
      [tags],
    );
    stored += batch.length;
    batch = [];
  };
  for (const report of reports) if (batch.push(report) === BATCH) await flush();
  if (batch.length > 0) await flush();
  await client.query("analyze reports, voices");
  return stored;
}
