/**
 * How densely reports lie along the streets, for those who may see single ones: a kernel that runs along the streets
 * and not through houses and water. A voice weighs one in a square, shared among its reports there.
 */
import { cutEvenly, middleOf } from "@trygg/shared/geo/cut.ts";
import { indexThings } from "@trygg/shared/geo/nearby.ts";
import { roundDegrees } from "@trygg/shared/geo/square.ts";
import { type GridPosition, toGrid } from "@trygg/shared/geo/sweref.ts";
import type { Network } from "@trygg/shared/place/network.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import type { Bandwidth } from "@trygg/shared/reports/hot-spots.ts";
import { type StreetEvent, stretchesOf } from "@trygg/shared/statistics/network-density.ts";
import type { Position } from "geojson";
import { audit } from "../audit/audit.ts";
import type { StaffContext } from "../context.ts";
import { runJob } from "../jobs/run.ts";
import { squaresFor } from "../measures/near.ts";
import { weighPoints } from "./columns/points.ts";
import { requirePointsReason } from "./points-reason.ts";

/** Metres of a stretch of street, twice as many as between the points that reports stand on. */
const STEP = 20;
/** Metres from a street within which a report belongs to it. */
const REACH = 40;

/** Stretches of street with any density, in weighted voices on 100 m. Throws a Refusal unless a reason has been given. */
export async function measureDensity(context: StaffContext, filter: ReportFilter, bandwidth: Bandwidth) {
  const reason = requirePointsReason(context.session);
  const near = await squaresFor(context, filter);
  const columns = await context.columns.reports();
  const { network } = context.town;
  const stretches = stretchesIn(network);
  const { events, beside } = placeOnStreets(weighPoints(columns, filter, near), stretches);
  await audit(context, "reports.density", { reason, filter, bandwidth, rows: events.length });
  const density = await runJob("densityAlongStreets", {
    streets: { edges: network.edges, edgesAt: network.edgesAt },
    events,
    bandwidth,
    step: STEP,
  });
  return {
    beside,
    stretches: stretches.flatMap(({ edge, place, line }) => {
      const per100 = 100 * (density[edge]?.[place] ?? 0);
      return per100 > 0 ? [{ line: line.map(rounded), per100 }] : [];
    }),
  };
}

interface Stretch extends GridPosition {
  edge: number;
  /** Counted from where the edge begins. */
  place: number;
  /** Metres from there to its middle. */
  at: number;
  line: Position[];
}

/** Those of each network, which only changes with the town: cut once, not with every question. */
const cut = new WeakMap<Network, Stretch[]>();

function stretchesIn(network: Network): Stretch[] {
  const known = cut.get(network) ?? cutStreets(network);
  cut.set(network, known);
  return known;
}

function cutStreets({ edges }: Network): Stretch[] {
  return edges.flatMap(({ line, lengthMetres }, edge) => {
    const pieces = cutEvenly(line, stretchesOf(lengthMetres, STEP));
    return pieces.map((piece, place) => {
      const at = ((place + 0.5) * lengthMetres) / pieces.length;
      return { ...toGrid(middleOf(piece)), edge, place, at, line: piece };
    });
  });
}

/** Each point in the middle of the stretch that is nearest; `beside` is the weight of those that lie by no street. */
function placeOnStreets(points: (GridPosition & { weight: number })[], stretches: Stretch[]) {
  const index = indexThings(stretches);
  const events: StreetEvent[] = [];
  let beside = 0;
  for (const point of points) {
    const [nearest] = index.nearest(point, 1, REACH);
    const stretch = nearest === undefined ? undefined : stretches[nearest];
    if (stretch) events.push({ edge: stretch.edge, at: stretch.at, weight: point.weight });
    else beside += point.weight;
  }
  return { events, beside };
}

const rounded = ([lng = 0, lat = 0]: Position): [number, number] => [roundDegrees(lng), roundDegrees(lat)];
