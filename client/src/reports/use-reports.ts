/** The reports that the desk's filter lets through: squares, or after a reason single ones, as windows and as points. */
import { useQueries, useQuery } from "@tanstack/react-query";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { type ListInput, type ReportRow, listParts } from "@trygg/shared/reports/marks.ts";
import { type Points, readPoints } from "@trygg/shared/reports/points.ts";
import { RouteFailure, client, trpc } from "../api.ts";
import { useView } from "../map/use-view.ts";
import { placeOfPoint } from "./points.ts";
import { useReportFilter } from "./use-report-filter.ts";

/** Rows that are fetched at once. */
const WINDOW = 100;

/** A report, and not an area, a square, a lamp or a point of the map. */
export const isReportId = (id: string | null): id is string => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id ?? "");

/** What is listed: the filter, narrowed to a part of it, to a measure, or to the point that is chosen on the map. */
export function useListInput(): ListInput {
  const filter = useReportFilter();
  const { only, selected } = useView();
  const part = listParts.find((each) => each === only);
  const at = placeOfPoint(selected);
  return {
    ...filter,
    ...(part ? { only: part } : isReportId(only) ? { measure: only } : {}),
    ...(at ? { at } : {}),
  };
}

/** The first window. */
export function useReports() {
  const input = useListInput();
  return useQuery({
    ...trpc.reports.list.queryOptions({ ...input, count: WINDOW }),
    placeholderData: (before) => before,
  });
}

export type Rows = NonNullable<ReturnType<typeof useReports>["data"]>;

/** The row at a place of the list, once the window that holds it is there; windows between two places are fetched. */
export function useReportRows(
  input: ListInput,
  [first, last]: readonly [number, number],
): (index: number) => ReportRow | undefined {
  const from = Math.floor(first / WINDOW);
  const windows = Array.from({ length: Math.floor(last / WINDOW) - from + 1 }, (_, index) => from + index);
  const answers = useQueries({
    queries: windows.map((window) =>
      // Without `skip` the first window is the one that is there already.
      trpc.reports.list.queryOptions({
        ...input,
        ...(window > 0 ? { skip: window * WINDOW } : {}),
        count: WINDOW,
      }),
    ),
  });
  return (index) => {
    const list = answers[Math.floor(index / WINDOW) - from]?.data;
    return list?.grain === "point" ? list.rows[index % WINDOW] : undefined;
  };
}

/**
 * One report with what stands round it. A look is logged, and so it is not taken again because others have reported
 * something: its key stands apart from those of the lists.
 */
export function useReport(id: string | null) {
  return useQuery({
    queryKey: ["report", id],
    queryFn: () => client.reports.read.query({ id: id ?? "" }),
    enabled: isReportId(id),
    staleTime: Infinity,
  });
}

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
