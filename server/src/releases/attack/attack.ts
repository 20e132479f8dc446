/**
 * Attacks a release before it leaves the building, with what anybody outside will have: its own figures and those of
 * the releases before it.
 */
import type { Services } from "../../context.ts";
import { runJob } from "../../jobs/run.ts";
import { Refusal } from "../../refusal.ts";
import { selectForRelease } from "../../reports/store.ts";
import { cellsOf } from "../cells.ts";
import type { ReportTables } from "../reports-release.ts";
import { selectReportTables } from "../store.ts";
import { type ReleaseWindow, monthsBefore } from "../window.ts";
import type { AttackedRelease, Findings } from "./findings.ts";
import { type PublishedCell, publishedCells } from "./published.ts";

const PAIRS = 200;
const DRAWS = 400;
/** Four standard deviations of an advantage that was estimated by that many draws. */
const SAMPLING_ERROR = 4 * Math.sqrt(0.25 / DRAWS);
/** Monthly releases that are attacked together: as many as tell of the same report. */
const SERIES = 12;

/** Attacks what the release of a window would tell, in a thread of its own. */
export async function attackRelease(
  services: Services,
  window: ReleaseWindow,
  tables: ReportTables,
): Promise<Findings> {
  return runJob("findWhatGivesAway", await gatherAttacked(services, window, tables));
}

/** What is attacked: the figures, those of the releases before, and what somebody knows who knows all but one report. */
export async function gatherAttacked(
  { db, town }: Services,
  window: ReleaseWindow,
  tables: ReportTables,
): Promise<AttackedRelease> {
  const periods = monthsBefore(window, SERIES);
  const past = await selectReportTables(db, SERIES - 1);
  const cells = publishedCells(town, tables);
  return {
    series: [...past.map((each) => inOrderOf(cells, publishedCells(town, each))), cells],
    reports: await selectForRelease(db, periods[0]?.from ?? window.from, window.to),
    periods,
    minimums: cellsOf(town),
    pairs: PAIRS,
    draws: DRAWS,
  };
}

/** The cells of an older release in the order of the present one; one that was not told then is taken as hidden. */
function inOrderOf(cells: PublishedCell[], older: PublishedCell[]): PublishedCell[] {
  const byName = new Map(older.map((each) => [each.cell, each]));
  return cells.map((each) => byName.get(each.cell) ?? { ...each, class: "few" });
}

/** Throws a Refusal that tells what was found, where something was. */
export function refuseWhatGivesAway(findings: Findings): void {
  const { isolated } = findings.tables;
  if (isolated.length > 0)
    throw new Refusal(
      "givesAway",
      `expected that no hidden figure can be worked out, but these can: ${isolated.map(({ cell }) => cell).join(", ")}`,
    );
  const { worst } = findings.pairs;
  if (worst && exceedsBound(findings))
    throw new Refusal(
      "givesAway",
      `expected an advantage of at most ${worst.bound.toFixed(2)} over one report, got ${worst.advantage.toFixed(2)}`,
    );
}

export const exceedsBound = ({ pairs: { worst } }: Findings): boolean =>
  worst !== undefined && worst.advantage > worst.bound + SAMPLING_ERROR;
