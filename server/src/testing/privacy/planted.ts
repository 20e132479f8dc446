/**
 * Single reports are planted one by one. After each, everything that anybody may ask is asked again (time differencing,
 * "P2"), and the release that would follow is compared with the one before by solving for every hidden figure (filter,
 * zoom and margin differencing, "P1" and "P3"): there are no other filters, periods or zooms to ask for.
 */
import { withoutTrace } from "../../database/without-trace.ts";
import { attackTables } from "../../releases/attack/findings.ts";
import { publishedCells } from "../../releases/attack/published.ts";
import { areaCell } from "../../releases/cells.ts";
import { tellReportsRelease } from "../../releases/reports-release.ts";
import { windowOf } from "../../releases/window.ts";
import { changed, readPublic } from "../public-answers.ts";
import { report, spotIn } from "../samples.ts";
import type { Finding, Ground } from "./ground.ts";

/** Planted on this day, told by the release of the following month. */
const DAY = "2026-11-24";
const NEXT_RELEASE = "2026-12-03";

export async function plantReports(ground: Ground, planted: number): Promise<Finding> {
  const { services, call, setDay, random } = ground;
  const latest = services.releases.reports();
  if (!latest) throw new Error("expected a release");
  const before = publishedCells(services.town, latest);
  const areas = [...services.town.areas.keys()];
  let [isolated, moved, leaked, hidden] = [0, 0, 0, 0];
  for (let index = 0; index < planted; index++) {
    const area = random.pick(areas);
    const feeling = random.pick(["unsafe", "safe"] as const);
    const light = random.pick(["dark", "light"] as const);
    const reasons = [feeling === "unsafe" ? "lighting" : "well-lit"];
    setDay(DAY);
    const answers = await readPublic(ground);
    const { data } = await call(
      "reports.submit",
      report({ at: spotIn(area), feeling, light, reasons, voice: random.uuid() }),
    );
    if (changed(answers, await readPublic(ground)).length > 0) leaked += 1;

    setDay(NEXT_RELEASE);
    const after = await withoutTrace(services.db, async (db) =>
      publishedCells(
        services.town,
        (await tellReportsRelease({ ...services, db }, windowOf(services, "reports"))).tables,
      ),
    );
    const own = areaCell(area, light === "dark" ? "dark" : "day", feeling);
    const found = await attackTables([before, after]);
    hidden = Math.max(hidden, found.hidden);
    if (found.isolated.some(({ cell }) => cell === own)) isolated += 1;
    const classIn = (cells: typeof before) => cells.find(({ cell }) => cell === own)?.class;
    if (classIn(before) !== classIn(after)) moved += 1;

    setDay(DAY);
    await call("reports.withdraw", data);
    if (changed(answers, await readPublic(ground)).length > 0) leaked += 1;
  }
  return { tried: planted, found: isolated + leaked, isolated, leaked, class_moved: moved, hidden };
}
