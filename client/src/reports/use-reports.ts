/** The reports that the desk's filter lets through: squares, or after a reason single ones, as rows and as points. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { type Points, readPoints } from "@trygg/shared/reports/points.ts";
import { useQuery } from "@tanstack/react-query";
import { RouteFailure, trpc } from "../api.ts";
import { useReportFilter } from "./use-report-filter.ts";

export function useReports() {
  const filter = useReportFilter();
  return useQuery({ ...trpc.reports.list.queryOptions(filter), placeholderData: (before) => before });
}

export type Rows = NonNullable<ReturnType<typeof useReports>["data"]>;

/** All of them for the map, once they may be seen one by one. */
export function useReportPoints() {
  const filter = useReportFilter();
  const { data } = useReports();
  return useQuery({
    // Under the name of the reports, so that what makes them old makes these old.
    queryKey: [...trpc.reports.pathKey(), "points", filter],
    queryFn: ({ signal }) => fetchPoints(filter, signal),
    enabled: data?.grain === "point",
    placeholderData: (before) => before,
  });
}

async function fetchPoints(filter: ReportFilter, signal: AbortSignal): Promise<Points> {
  const response = await fetch("/reports/points", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(filter),
    signal,
  });
  if (!response.ok) throw await RouteFailure.of(response);
  return readPoints(await response.arrayBuffer());
}
