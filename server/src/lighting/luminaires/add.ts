/** Reads a photometric file and stores it as a luminaire. */
import { createHash } from "node:crypto";
import {
  LONGEST_LUMINAIRE_NAME,
  type Luminaire,
  type LuminaireInput,
} from "@trygg/shared/lighting/luminaire.ts";
import { type PhotometricFile, readPhotometry } from "@trygg/shared/photometry/file.ts";
import { Unreadable } from "@trygg/shared/photometry/unreadable.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { audit } from "../../audit/audit.ts";
import type { StaffContext } from "../../context.ts";
import { Refusal } from "../../refusal.ts";
import { listLuminaires } from "./list.ts";
import { insertLuminaire } from "./store.ts";

export async function addLuminaire(context: StaffContext, input: LuminaireInput): Promise<Luminaire> {
  const { db, now, town, changes } = context;
  const { text, fileName, lampSet = 1 } = input;
  const { format, name, maker, power, turned, distribution } = read(input);
  const row = {
    id: idOf(text, turned, lampSet),
    name: (name || fileName).slice(0, LONGEST_LUMINAIRE_NAME),
    maker: maker?.slice(0, LONGEST_LUMINAIRE_NAME) ?? null,
    format,
    turned,
    distribution,
    power,
    file: Buffer.from(text),
    fileName,
    addedOn: localDate(now(), town.place.timeZone),
  };
  if (await insertLuminaire(db, row)) {
    await audit(context, "lighting.addLuminaire", { id: row.id });
    changes.tell("lighting");
  }
  const stored = (await listLuminaires(context)).find(({ id }) => id === row.id);
  if (!stored)
    throw new Refusal("conflict", "expected the luminaire to stay; somebody has removed it at once");
  return stored;
}

function read({ text, turned, lampSet }: LuminaireInput): PhotometricFile {
  try {
    return readPhotometry(text, { turned, lampSet });
  } catch (error) {
    if (error instanceof Unreadable) throw new Refusal("badFile", error.message);
    throw error;
  }
}

/** The same file read in the same way has the same id. */
function idOf(text: string, turned: number, lampSet: number): string {
  const hash = createHash("sha256").update(`${turned} ${lampSet} `).update(text).digest("hex");
  return `luminaire-${hash.slice(0, 12)}`;
}
