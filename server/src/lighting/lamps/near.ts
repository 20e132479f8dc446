/** The lamps near a point, for the form as the server draws it; with script the browser finds them by itself. */
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import type { LngLat } from "@trygg/shared/geo/sweref.ts";
import { LAMP_NEAR, type LampsNear, lampsNear } from "@trygg/shared/lighting/near.ts";
import type { Services } from "../../context.ts";
import { toLamp } from "./lamps.ts";
import { selectLampsAround } from "../store.ts";

export async function findLampsNear({ db }: Pick<Services, "db">, at: LngLat): Promise<LampsNear> {
  // A little more than is told: degrees and metres of the grid differ by some per mille.
  const rows = await selectLampsAround(db, toGrid(at), LAMP_NEAR * 1.1);
  return lampsNear(rows.map(toLamp), at);
}
