/** Begins a measure where some reports are, which it will answer once it is saved. */
import type { ReportRow } from "@trygg/shared/reports/marks.ts";
import { changeView } from "../../map/use-view.ts";
import { newMeasure } from "../../measures/measure-draft.ts";
import { useMeasureWork } from "../../measures/measure-work.ts";

export function useNewMeasure(): (first: Pick<ReportRow, "area" | "at">, reports: string[]) => void {
  const { setDraft, discard } = useMeasureWork();
  return ({ area, at }, reports) =>
    discard(() => {
      setDraft(newMeasure(area, { where: { type: "Point", coordinates: [at.lng, at.lat] }, reports }));
      changeView({ panel: "measures", selected: area, layers: null });
    });
}
