/** The frame of a layer's legend: rows of mark and words, the date of the data, and what it may not be used for. */
import type { ReactNode } from "react";
import css from "./legend.module.css";

export interface LegendRow {
  mark: ReactNode;
  label: ReactNode;
}

interface Props {
  rows: LegendRow[];
  /** From when the figures are, and from where. */
  source: ReactNode;
  /** What must not be concluded from the layer. */
  caveat: ReactNode;
}

export function Legend({ rows, source, caveat }: Props) {
  return (
    <div className={css.legend}>
      <ul className={css.rows}>
        {rows.map(({ mark, label }, index) => (
          <li key={index} className={css.row}>
            <span className={css.mark} aria-hidden="true">
              {mark}
            </span>
            {label}
          </li>
        ))}
      </ul>
      <p className={css.caveat}>{caveat}</p>
      <p className={css.source}>{source}</p>
    </div>
  );
}

interface PatchProps {
  fill: string;
  edge: string;
  pattern?: "few" | undefined;
  /** The ground under a fill that lets it show through. */
  over?: { ground: string; opacity: number } | undefined;
}

/** A filled patch as it looks on the map. */
export function Patch({ fill, edge, pattern, over }: PatchProps) {
  const shape = { x: 1, y: 1, width: 26, height: 16, rx: 3 };
  return (
    <svg viewBox="0 0 28 18" width="28" height="18">
      {over ? <rect {...shape} fill={over.ground} /> : null}
      <rect
        {...shape}
        fill={fill}
        fillOpacity={over?.opacity}
        stroke={edge}
        strokeWidth="1.5"
        strokeDasharray={pattern ? "3 2.5" : undefined}
      />
    </svg>
  );
}

/** A dot of a given radius in pixels. */
export function Dot({
  radius,
  fill,
  edge,
  width = 1.5,
}: {
  radius: number;
  fill: string;
  edge: string;
  width?: number;
}) {
  return (
    <svg viewBox="0 0 28 28" width="28" height="28">
      <circle cx="14" cy="14" r={radius} fill={fill} stroke={edge} strokeWidth={width} />
    </svg>
  );
}
