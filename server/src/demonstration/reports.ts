/** The residents of the story: devices that feel the same about a spot, each with one to three reports. */
import { type GridPosition, toGrid, toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { ReportInput } from "@trygg/shared/reports/schema.ts";
import type { Impact } from "@trygg/shared/reports/terms.ts";
import { addDays, daysBetween } from "@trygg/shared/time/local.ts";
import type { Town } from "../place/town.ts";
import { type Random, makeRandom } from "./random.ts";
import type { Spot, Story } from "./story.ts";

export interface DatedReport {
  on: string;
  input: ReportInput;
}

/** How many reports a device sends, by weight. */
const REPORTS_PER_DEVICE = { 1: 50, 2: 33, 3: 17 };

/** One list per device, its reports in order of time. */
export function inventReports(town: Town, story: Story): DatedReport[][] {
  return story.spots.flatMap((spot, index) =>
    Array.from({ length: spot.voices }, (_, device) => {
      const random = makeRandom(`${story.seed} report ${index} ${device}`);
      return deviceReports(town, story, spot, random);
    }),
  );
}

function deviceReports(town: Town, story: Story, spot: Spot, random: Random): DatedReport[] {
  const last = earlier(addDays(story.begins, -1), spot.until);
  const voice = random.uuid();
  const reports: DatedReport[] = [];
  let on = firstDay(story, spot, random);
  for (let left = Number(random.weighted(REPORTS_PER_DEVICE)); left > 0 && on <= last; left--) {
    reports.push({ on, input: inventReport(town, story, spot, voice, random) });
    on = addDays(on, random.whole(2, 45));
  }
  return reports;
}

/** A day drawn by the weights of its month, and by the quiet beginning. */
function firstDay(story: Story, spot: Spot, random: Random): string {
  const from = spot.since ?? story.reportsSince;
  const days = daysBetween(from, earlier(addDays(story.begins, -1), spot.until));
  const most = Math.max(...spot.months);
  for (;;) {
    const day = addDays(from, random.whole(0, days));
    const month = Number(day.slice(5, 7));
    const quiet = day <= story.quietUntil ? story.quietShare : 1;
    if (random.next() < ((spot.months[month - 1] ?? 0) / most) * quiet) return day;
  }
}

function inventReport(town: Town, story: Story, spot: Spot, voice: string, random: Random): ReportInput {
  const when = story.when[random.pick(spot.when)] ?? [];
  // Most people pick a few of the bins that fit, some all of them.
  const bins = random.next() < 0.3 ? when : when.filter(() => random.next() < 0.4);
  return {
    clientKey: random.uuid(),
    feeling: spot.feeling,
    at: toLngLat(positionNear(town, spot, random)),
    reasons: reasonsOf(spot, random),
    when: bins.length > 0 ? bins : when,
    light: spot.light,
    voice,
    ...(random.next() < 0.7
      ? { impact: Number(random.weighted(Object.fromEntries(spot.impact.entries()))) as Impact }
      : {}),
  };
}

function reasonsOf(spot: Spot, random: Random): string[] {
  const wanted = Number(random.weighted({ 1: 45, 2: 40, 3: 15 }));
  const reasons = new Set<string>();
  for (let tries = 0; reasons.size < wanted && tries < 20; tries++)
    reasons.add(random.weighted(spot.reasons));
  return [...reasons];
}

/** A point near the spot's place, drawn again while it falls outside the place's own area. */
function positionNear(town: Town, spot: Spot, random: Random): GridPosition {
  const place = town.places.find(({ id }) => id === spot.place);
  if (!place) throw new Error(`the story names the place ${spot.place}, which the town does not have`);
  const centre = toGrid(place.at);
  const area = town.areaAt(centre);
  for (let tries = 0; tries < 100; tries++) {
    const point = {
      east: centre.east + random.normal(spot.spread),
      north: centre.north + random.normal(spot.spread),
    };
    if (town.areaAt(point) === area) return point;
  }
  return centre;
}

const earlier = (day: string, other: string | undefined) =>
  other !== undefined && other < day ? other : day;
