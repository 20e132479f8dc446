/** The register of what was given out, and striking out what was entered by mistake. */
import type { Disclosure } from "@trygg/shared/disclosures/schema.ts";
import { audit } from "../audit/audit.ts";
import type { StaffContext } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { type DisclosureRow, selectDisclosures, storeStrike } from "./store.ts";

const SHOWN = 1000;

/** The newest first. */
export async function listDisclosures({ db }: StaffContext): Promise<Disclosure[]> {
  return (await selectDisclosures(db, SHOWN)).map(({ row, name }) => toDisclosure(row, name));
}

export function toDisclosure(row: DisclosureRow, name: string | null): Disclosure {
  const { id, number, askedOn, asked, reports, masked, at, struckAt } = row;
  const struck = struckAt !== null;
  return { id, number, askedOn, asked, reports, masked, name, at: at.toISOString(), struck };
}

/** A struck entry stays in the register, and can be put back. */
export async function strikeDisclosure(
  context: StaffContext,
  { id, struck }: { id: string; struck: boolean },
): Promise<null> {
  if (!(await storeStrike(context.db, id, struck ? new Date(context.now()) : null)))
    throw new Refusal("notFound", "expected an entry of the register; there is none with this id");
  await audit(context, "disclosures.strike", { id, struck });
  return null;
}
