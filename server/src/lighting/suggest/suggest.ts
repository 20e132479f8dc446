/**
 * Where light helps most for a budget: which of all that may be done about lamps, and new ones, together bring most of the
 * missing light to where people feel unsafe in the dark. Darkness weighs by the light that is missing, and so is not
 * weighed once more.
 */
import { type GridPosition, toGrid } from "@trygg/shared/geo/sweref.ts";
import { indexThings } from "@trygg/shared/geo/nearby.ts";
import {
  type Candidate,
  POLE_SPACING,
  candidatesOf,
  changedBy,
  isSameSite,
  newLamp,
  poleSites,
} from "@trygg/shared/siting/candidates.ts";
import { demandOf } from "@trygg/shared/siting/demand.ts";
import {
  type ChosenSite,
  LIGHT_NEAR,
  type LightFigures,
  type SuggestInput,
  type Suggestion,
  VOICES_NEAR,
  usualWeights,
} from "@trygg/shared/siting/schema.ts";
import { walkPoints } from "@trygg/shared/place/walk-points.ts";
import type { Lamp } from "@trygg/shared/lighting/schema.ts";
import { audit } from "../../audit/audit.ts";
import type { StaffContext } from "../../context.ts";
import { runJob } from "../../jobs/run.ts";
import { findArea } from "../../place/area.ts";
import { refuseOutside } from "../../place/misplaced.ts";
import type { Town } from "../../place/town.ts";
import { Refusal } from "../../refusal.ts";
import { weighPoints } from "../../reports/columns/points.ts";
import { listLamps } from "../lamps/lamps.ts";
import { darkHour } from "../need/need-squares.ts";
import { selectDistributions } from "../store.ts";
import { nearness, streetPoints, wayOf } from "../need/streets.ts";
import { becauseOf } from "./because.ts";
import type { SuggestDone } from "./job.ts";
import { runFor } from "./runs.ts";

/** Metres within which a new lamp is taken to be at the same place as another. */
const SAME_PLACE = 5;
/** Metres round a place that is left out, within which no new lamp is proposed. */
const LEFT_OUT = POLE_SPACING / 2;

/** Ends with a Refusal when the signal is given, or when the same caller asks anew. */
export async function suggestLighting(
  context: StaffContext,
  input: SuggestInput,
  signal?: AbortSignal,
): Promise<Suggestion> {
  const { db, town, session } = context;
  const { budget, area, weights = usualWeights } = input;
  if (area !== undefined) findArea(town, area);
  const clock = darkHour(input.hour, town.place);
  const [lamps, luminaires, voicesNear] = await Promise.all([
    listLamps(context),
    selectDistributions(
      db,
      town.lighting.options.flatMap(({ luminaire }) => luminaire ?? []),
    ),
    voicesAround(context),
  ]);
  const streets = streetPoints(town);
  const footfall = town.footfall && streets.map(({ square }) => town.footfall?.get(square) ?? 0);
  const demand = demandOf(
    streets.map((point) => voicesNear(point)),
    footfall,
  );
  const most = Math.max(...demand, Number.MIN_VALUE);
  const points = streets.map((point, place) => ({
    ...point,
    weight: weights.voices * ((demand[place] ?? 0) / most) + weights.ways * nearness(point),
  }));
  const { candidates, pinned } = gatherCandidates(town, lamps, input);
  await audit(context, "lighting.suggest", { area: area ?? null });
  const done = await runFor(session.accountId, { id: input.run, signal }, (stopped, onProgress) =>
    runJob(
      "suggestSites",
      {
        points: points.map(({ east, north, weight, wanted }) => ({ east, north, weight, wanted })),
        lamps,
        candidates,
        budget,
        pinned,
        lighting: town.lighting,
        luminaires,
        clock,
        varied: input.stability ?? false,
      },
      { signal: stopped, onProgress },
    ),
  );
  const nearest = indexThings(points);
  const chosen = done.chosen.map(({ candidate, tied, stays }): ChosenSite => {
    const { at, lamp, option } = candidates[candidate] as Candidate;
    const near = nearest.nearest(toGrid(at), Infinity, LIGHT_NEAR);
    const [darkest = nearest.nearest(toGrid(at), 1)[0] ?? 0] = near.toSorted(
      (a, b) => (done.before[a] ?? 0) - (done.before[b] ?? 0),
    );
    const told = {
      voices: voicesNear(toGrid(at)),
      way: points[darkest] ? wayOf(points[darkest]) : null,
      lowest: done.before[darkest] ?? 0,
      class: points[darkest]?.class ?? null,
      cost: option.cost,
    };
    return {
      at,
      lamp,
      option: option.id,
      name: option.name,
      kind: option.kind,
      ...told,
      because: becauseOf(told),
      after: done.after[darkest] ?? 0,
      area: town.areaAt(toGrid(at)) ?? null,
      pinned: pinned.includes(candidate),
      tied,
      stays,
    };
  });
  const beside = [...new Set(chosen.flatMap(({ at }) => nearest.nearest(toGrid(at), Infinity, LIGHT_NEAR)))];
  return {
    chosen,
    cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
    share: done.share,
    exact: done.exact,
    value: done.value,
    bound: done.bound,
    candidates: candidates.length,
    points: points.length,
    light: {
      before: figuresOf(done.before, beside, town),
      after: figuresOf(done.after, beside, town),
    },
    runs: done.runs,
    footfall: footfall !== null,
  };
}

/** All that may be done, without what is left out; what is pinned is among it, wherever it stands. */
function gatherCandidates(town: Town, lamps: Lamp[], { area, pinned = [], excluded = [] }: SuggestInput) {
  const { options } = town.lighting;
  const sites = poleSites(
    walkPoints(town.network, POLE_SPACING),
    lamps.map(({ at }) => toGrid(at)),
  );
  const mayStand = ({ at, lamp }: Candidate) => {
    const here = town.areaAt(toGrid(at));
    return (
      (area === undefined ? here !== undefined || lamp !== null : here === area) &&
      !excluded.some((site) => isSameSite({ at, lamp }, site, LEFT_OUT))
    );
  };
  const held = pinned
    .map((site) => pinnedCandidate(town, lamps, site))
    // Of several things at one site the first.
    .filter((one, place, all) => all.findIndex((other) => isSameSite(other, one, SAME_PLACE)) === place);
  const isHeld = ({ at, lamp, option }: Candidate) =>
    held.some((each) =>
      lamp === null
        ? isSameSite(each, { at, lamp }, SAME_PLACE)
        : each.lamp === lamp && each.option.id === option.id,
    );
  const free = candidatesOf(options, lamps, sites).filter(
    (candidate) => mayStand(candidate) && !isHeld(candidate),
  );
  return { candidates: [...held, ...free], pinned: [...held.keys()] };
}

function pinnedCandidate(
  town: Town,
  lamps: Lamp[],
  { at, lamp: id, option: wanted }: NonNullable<SuggestInput["pinned"]>[number],
): Candidate {
  const option = town.lighting.options.find((each) => each.id === wanted);
  if (!option)
    throw new Refusal("notFound", `expected an option of the town, got "${wanted}"`, { value: wanted });
  if (id === undefined || id === null) {
    refuseOutside(town, at);
    const anew = newLamp(option, toGrid(at));
    if (anew) return { ...anew, at };
  }
  const lamp = lamps.find((each) => each.id === id);
  const after = lamp && changedBy(option, lamp);
  if (!lamp || !after)
    throw new Refusal("notFound", `expected a lamp that "${wanted}" can be done to, got "${id ?? "none"}"`, {
      value: id ?? wanted,
    });
  return { at: lamp.at, lamp: lamp.id, option, before: lamp, after };
}

/** How many voices feel unsafe in the dark round a place; a voice counts once in each square, shared among its reports. */
async function voicesAround(context: StaffContext): Promise<(at: GridPosition) => number> {
  const columns = await context.columns.reports();
  const points = weighPoints(columns, { feeling: "unsafe", light: "dark" }, new Set());
  const index = indexThings(points);
  return (at) =>
    Math.round(
      index.nearest(at, Infinity, VOICES_NEAR).reduce((sum, place) => sum + (points[place]?.weight ?? 0), 0),
    );
}

function figuresOf(lux: SuggestDone["before"], places: readonly number[], { lighting }: Town): LightFigures {
  const here = places.map((place) => lux[place] as number);
  const count = Math.max(1, here.length);
  return {
    mean: here.reduce((sum, each) => sum + each, 0) / count,
    lowest: here.length === 0 ? 0 : Math.min(...here),
    dark: here.filter((each) => each < lighting.leastLux).length / count,
  };
}
