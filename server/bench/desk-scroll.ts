/** The desk's list of 100,000 reports in a browser: how long a jump in it, a filter and any one task keep somebody waiting. */
import { type Result, median } from "./figures.ts";
import { runJourneys } from "./journeys.ts";

const REPORTS = 100_000;
const MOST_MS = 100;

export function proveDeskScroll(): Promise<Result> {
  const { n, passed, noted } = runJourneys("a list of very many reports", {
    env: { DESK_REPORTS: String(REPORTS) },
  });
  const [scrolls, filters, tasks] = [noted("scroll ms"), noted("filter ms"), noted("task ms")];
  const slowest = Math.max(...scrolls, ...filters, ...tasks);
  return Promise.resolve({
    name: "desk-scroll",
    n: REPORTS,
    median_scroll_ms: median(scrolls),
    slowest_scroll_ms: Math.max(...scrolls),
    median_filter_ms: median(filters),
    slowest_filter_ms: Math.max(...filters),
    longest_task_ms: Math.max(0, ...tasks),
    holds: n === 1 && passed === 1 && slowest <= MOST_MS,
  });
}
