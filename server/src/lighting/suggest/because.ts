/** Why a site is chosen, in one Swedish line: "11 röster i mörker inom 40 m; 210 m till Resecentrum; lägst 0,4 lx mot P3; 38 000 kr". */
import { type ChosenSite, VOICES_NEAR } from "@trygg/shared/siting/schema.ts";

const whole = new Intl.NumberFormat("sv-SE", { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat("sv-SE", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export function becauseOf({
  voices,
  way,
  lowest,
  class: wanted,
  cost,
}: Pick<ChosenSite, "voices" | "way" | "lowest" | "class" | "cost">): string {
  const heard = voices === 1 ? "1 röst" : `${whole.format(voices)} röster`;
  return [
    `${heard} i mörker inom ${VOICES_NEAR} m`,
    ...(way ? [`${whole.format(way.metres)} m till ${way.to}`] : []),
    `lägst ${tenths.format(lowest)} lx${wanted ? ` mot ${wanted}` : ""}`,
    `${whole.format(cost)} kr`,
  ]
    .join("; ")
    .replaceAll("\u00a0", " ");
}
