/**
 * All reports of a list, however many: only the rows in sight are drawn, and their window is asked for as they come. Every row
 * has the same height, so that nothing moves when it arrives.
 */
import { type Range, defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import type { ListInput, ReportRow } from "@trygg/shared/reports/marks.ts";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useReportRows } from "../use-reports.ts";
import { ReportWords } from "./report-row.tsx";
import css from "./single.module.css";

/** The height of a row in letters of the page, as in the style sheet. */
const ROW_REM = 5.25;
const OVERSCAN = 4;
/** Pixels. */
const BAR = 180;

interface Props {
  input: ListInput;
  all: number;
  /** Where the keys are: the row that Tab leads to. */
  active: number;
  onActive(index: number): void;
  /** Whether the list has just been come back to. */
  returned: boolean;
  chosen: ReadonlyMap<string, ReportRow>;
  onChoose(report: ReportRow): void;
  onOpen(report: ReportRow): void;
}

export function ReportList({ input, all, active, onActive, returned, chosen, onChoose, onOpen }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  // The panel of the desk scrolls, and what stands above the list with it.
  const [above, setAbove] = useState(0);
  // Asked for once: the size is wanted for every row there is.
  const [height] = useState(() => ROW_REM * parseFloat(getComputedStyle(document.documentElement).fontSize));
  const scroller = () => list.current?.closest<HTMLElement>('[role="tabpanel"]') ?? null;
  useLayoutEffect(() => {
    const [box, frame] = [list.current?.getBoundingClientRect(), scroller()];
    if (box && frame) setAbove(box.top - frame.getBoundingClientRect().top + frame.scrollTop);
  }, []);
  const rows = useVirtualizer({
    count: all,
    getScrollElement: scroller,
    estimateSize: () => height,
    scrollMargin: above,
    // What is done with the chosen ones stands over the end of the panel.
    scrollPaddingEnd: chosen.size > 0 ? BAR : 0,
    overscan: OVERSCAN,
    // The row that has the focus must not go while it is out of sight.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), active])].toSorted((a, b) => a - b),
  });
  const shown = rows.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {};
  const rowAt = useReportRows(input, [
    startIndex,
    Math.max(startIndex, Math.min(endIndex + OVERSCAN, all - 1)),
  ]);

  // Only what the keys have asked for takes the focus: new rows that arrive must not.
  const [walked, setWalked] = useState(returned ? active : null);
  useEffect(() => {
    if (walked === null) return;
    rows.scrollToIndex(walked, { align: returned ? "center" : "auto" });
    list.current?.querySelector<HTMLElement>(`[data-row="${walked}"]`)?.focus({ preventScroll: true });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each step, whatever else is drawn anew
  }, [walked, above]);

  const walk = (event: KeyboardEvent) => {
    const inSight = Math.max(1, endIndex - startIndex - 1);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: inSight,
      PageUp: -inSight,
      Home: -all,
      End: all,
    };
    const report = rowAt(active);
    if (event.key === " " && report) onChoose(report);
    else if (steps[event.key] !== undefined) {
      const next = Math.min(all - 1, Math.max(0, active + (steps[event.key] ?? 0)));
      onActive(next);
      setWalked(next);
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <p id="report-list-keys" className="visually-hidden">
        {t("cases.keys")}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of its rows, told once for all */}
      <ol
        ref={list}
        className={css.list}
        style={{ height: rows.getTotalSize() }}
        aria-label={t("cases.list")}
        aria-describedby="report-list-keys"
        onKeyDown={walk}
      >
        {shown.map(({ index, start }) => {
          const report = rowAt(index);
          return (
            <li
              key={index}
              className={css.item}
              style={{ transform: `translateY(${start - above}px)` }}
              aria-setsize={all}
              aria-posinset={index + 1}
              data-chosen={report !== undefined && chosen.has(report.id)}
            >
              <label className={css.tick}>
                <input
                  type="checkbox"
                  tabIndex={-1}
                  aria-label={t("cases.choose", { number: index + 1 })}
                  checked={report !== undefined && chosen.has(report.id)}
                  disabled={!report}
                  onChange={() => report && onChoose(report)}
                />
              </label>
              <button
                type="button"
                className={css.row}
                data-row={index}
                data-unseen={report !== undefined && report.seenOn === undefined}
                tabIndex={index === active ? 0 : -1}
                onFocus={() => onActive(index)}
                onClick={() => report && onOpen(report)}
              >
                {report ? (
                  <ReportWords report={report} />
                ) : (
                  <span className={css.waiting}>{t("ui.waiting")}</span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}
