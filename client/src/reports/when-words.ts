/** Bins of the week as words, the shortest that are true. */
import { HOURS_PER_BIN } from "@trygg/shared/time/bins.ts";
import { useTranslation } from "react-i18next";
import { useClockWords } from "../clock/clock-words.ts";

export function useBinWords(): (bins: readonly number[]) => string {
  const { t } = useTranslation();
  const { days } = useClockWords();
  return (bins) => {
    if (bins.length === 56) return t("reports.when.always");
    const dayList = [...new Set(bins.map((bin) => Math.floor(bin / 8)))];
    const hourList = [...new Set(bins.map((bin) => bin % 8))].sort((a, b) => a - b);
    const dayWords =
      dayList.length === 7 ? t("reports.when.everyDay") : dayList.map((day) => days[day]?.short).join(" ");
    return `${dayWords} ${spans(hourList).join(", ")}`;
  };
}

/** Three-hour bins of a day as spans of hours: [6, 7] becomes "18–24". */
function spans(bins: number[]): string[] {
  const found: [number, number][] = [];
  for (const bin of bins) {
    const last = found.at(-1);
    if (last && last[1] === bin) last[1] = bin + 1;
    else found.push([bin, bin + 1]);
  }
  const hour = (bin: number) => String(bin * HOURS_PER_BIN).padStart(2, "0");
  return found.map(([from, to]) => `${hour(from)}–${hour(to)}`);
}
