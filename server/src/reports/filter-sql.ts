/** The one filter as conditions on the table of reports; `near` are the squares that some measure concerns. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { maskOfBins } from "@trygg/shared/time/bins.ts";
import { type SQL, and, arrayOverlaps, eq, gte, inArray, lte, sql } from "drizzle-orm";
import { reports } from "./table.ts";

/** Only reports that count: those past a device's cap are kept but weigh nothing. */
const counts = eq(reports.weight, 1);

export function matches(filter: ReportFilter, near: ReadonlySet<string> = new Set()): SQL | undefined {
  const { from, to, months, bins, light, feeling, reasons, areas, impact, measures } = filter;
  return and(
    counts,
    from ? gte(reports.receivedOn, from) : undefined,
    to ? lte(reports.receivedOn, to) : undefined,
    months?.length
      ? sql`extract(month from ${reports.receivedOn})::int = any(${sql.param(months)}::int[])`
      : undefined,
    bins?.length ? sql`(${reports.bins} & ${maskOfBins(bins)}) <> 0` : undefined,
    light ? inArray(reports.light, [light, "both"]) : undefined,
    feeling ? eq(reports.feeling, feeling) : undefined,
    reasons?.length ? arrayOverlaps(reports.reasons, reasons) : undefined,
    areas?.length ? inArray(reports.area, areas) : undefined,
    impact === undefined ? undefined : gte(reports.impact, impact),
    measures
      ? sql`(${reports.square} = any(${sql.param([...near])}::text[])) = ${measures === "with"}`
      : undefined,
  );
}
