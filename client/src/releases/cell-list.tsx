/** Figures of a release by name: each area or reason once, with which of its figures are meant. */
import type { NamedCell } from "@trygg/shared/releases/schema.ts";
import { useTranslation } from "react-i18next";
import { useNames } from "../place/town.tsx";
import css from "./release-panel.module.css";

export function CellList({ cells }: { cells: NamedCell[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const figure = ({ of, band, feeling }: NamedCell) =>
    of === "reason"
      ? t(`lagesbild.band.${band}`)
      : t(`releases.preview.cell.${feeling}${band === "day" ? "Day" : "Dark"}`);
  const keyOf = ({ of, id }: NamedCell) => `${of} ${id}`;
  const firsts = cells.filter(
    (cell, index) => cells.findIndex((each) => keyOf(each) === keyOf(cell)) === index,
  );
  return (
    <ul className={css.cells}>
      {firsts.map((first) => (
        <li key={keyOf(first)}>
          {first.of === "area" ? names.area(first.id) : names.reason(first.id)}
          <span>
            {cells
              .filter((each) => keyOf(each) === keyOf(first))
              .map(figure)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
