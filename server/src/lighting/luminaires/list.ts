/** Every luminaire with how it spreads its light and how many lamps have it. */
import type { Luminaire } from "@trygg/shared/lighting/luminaire.ts";
import type { Turn } from "@trygg/shared/photometry/file.ts";
import type { Services } from "../../context.ts";
import { selectLuminaires } from "./store.ts";

export async function listLuminaires({ db }: Pick<Services, "db">): Promise<Luminaire[]> {
  // Only such turns are stored.
  return (await selectLuminaires(db)).map((row) => ({ ...row, turned: row.turned as Turn }));
}
