/** Areas with the lighting class that is wanted there, or with who keeps the light up. */
import { type LightingArea, lightingAreasFile, lightingClasses } from "@trygg/shared/lighting/areas.ts";
import { plain } from "../../imports/columns.ts";
import { Unfit, readText, readWord } from "../../imports/fields.ts";
import type { Rejections } from "../../imports/rejections.ts";
import { say } from "../../imports/say.ts";
import type { Services } from "../../context.ts";
import type { AreaPlan, GivenArea } from "../../place/given-area.ts";
import { compare, readImported, writeJson } from "../../place/imported.ts";
import { putTownFiles } from "../../place/store.ts";
import { ownersOf } from "../lamps/read-lamp.ts";

const FILE = "lighting-areas.json";

const classes = new Map(lightingClasses.map((each) => [plain(each), each]));

export function planLightingAreas({ town }: Services, given: GivenArea[], rejections: Rejections): AreaPlan {
  const owners = ownersOf(town);
  const areas: LightingArea[] = [];
  const rowOf = new Map<string, number>();
  for (const { row, name, told, outline } of given)
    rejections.guard(row, name, () => {
      const id = readText("id", told("id"), 80) ?? readText("name", told("name"), 80) ?? `row ${row}`;
      const same = rowOf.get(id);
      if (same !== undefined) throw new Unfit(say("duplicate", { row: same }));
      const wanted = readWord("class", told("class"), classes) ?? null;
      const owner = readWord("owner", told("owner"), owners) ?? null;
      if (!wanted && !owner) throw new Unfit(say("missing", { field: "class" }));
      rowOf.set(id, row);
      areas.push({ id, class: wanted, owner, geometry: outline });
    });
  const before = readImported(town, FILE, lightingAreasFile)?.areas ?? [];
  return {
    compared: compare(before, areas, ({ id }) => id),
    store: (tx, importId) => putTownFiles(tx, importId, new Map([[FILE, writeJson({ areas })]])),
  };
}
