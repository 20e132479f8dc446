/** A few figures by row and column, with a caption below them, where a note is looked for. */
import type { ReactNode } from "react";
import css from "./figures-table.module.css";

interface Props {
  caption: ReactNode;
  /** What the rows are. */
  corner: ReactNode;
  columns: { label: string; now?: boolean }[];
  rows: { label: string; figures: string[] }[];
}

export function FiguresTable({ caption, corner, columns, rows }: Props) {
  return (
    <table className={css.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {columns.map(({ label, now }) => (
            <th key={label} scope="col" data-now={now || undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, figures }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {figures.map((figure, index) => (
              <td key={columns[index]?.label}>{figure}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
