/** The two pictures of a luminaire, side by side where there is room. */
import type { Pictured } from "./curves.ts";
import { GroundPicture } from "./ground-picture.tsx";
import css from "./pictures.module.css";
import { PolarDiagram } from "./polar-diagram.tsx";

/** Metres: as high as lamps usually hang in squares and along paths. */
const HEIGHT = 5;

export function Pictures({ pictured, height = HEIGHT }: { pictured: Pictured; height?: number }) {
  return (
    <div className={css.pictures}>
      <PolarDiagram pictured={pictured} />
      <GroundPicture pictured={pictured} height={height} />
    </div>
  );
}
