/** One report with what stands round it, after a reason; every look is logged. */
import { squareAt } from "@trygg/shared/geo/square.ts";
import { whereaboutsOf } from "@trygg/shared/place/words.ts";
import type { ReadReport } from "@trygg/shared/reports/marks.ts";
import { audit } from "../../audit/audit.ts";
import type { StaffContext } from "../../context.ts";
import { measuresNear } from "../../measures/near.ts";
import { Refusal } from "../../refusal.ts";
import { countSquares } from "../columns/tally.ts";
import { requirePointsReason } from "../points-reason.ts";
import { toRow } from "./row.ts";
import { type SingleReport, findSingle, selectDuplicates, selectRound } from "./store.ts";

/** Metres. */
const NEAR = 40;
/** At most so many neighbours are told. */
const MOST_NEAR = 50;

/** Throws `notFound` for what is not there and for what does not count alike, and `notAllowed` without a reason. */
export async function readReport(context: StaffContext, id: string): Promise<ReadReport> {
  const { db, columns, town } = context;
  const reason = requirePointsReason(context.session);
  const report = await findSingle(db, id);
  if (!report) throw new Refusal("notFound", "expected the id of a report");
  const { square } = report;
  await audit(context, "reports.read", { reason, report: id, square });
  const held = await columns.reports();
  const number = held.squares.numbers.get(square);
  const counts = countSquares(held, {}, new Set());
  const row = toRow(report);
  return {
    ...row,
    whereabouts: whereaboutsOf(row.at, town.stretches, town.places),
    measuresNear: await measuresNear(context, squareAt(report)),
    inSquare: {
      reports: number === undefined ? 0 : (counts.reports[number] ?? 0),
      voices: number === undefined ? 0 : (counts.voices[number] ?? 0),
    },
    near: neighboursOf(report, await selectRound(db, report, NEAR)),
    duplicates: await selectDuplicates(db, id),
  };
}

function neighboursOf({ east, north }: SingleReport, round: SingleReport[]): ReadReport["near"] {
  return round
    .map((other) => ({ other, metres: Math.hypot(other.east - east, other.north - north) }))
    .filter(({ metres }) => metres <= NEAR)
    .toSorted((a, b) => a.metres - b.metres || (a.other.id < b.other.id ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ other, metres }) => ({ ...toRow(other), metres: Math.round(metres) }));
}
