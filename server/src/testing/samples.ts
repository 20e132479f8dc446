/** Inputs for tests: whole and right, so that a test names only what it is about. */
import { randomUUID } from "node:crypto";
import { squareCentre } from "@trygg/shared/geo/square.ts";
import { type LngLat, toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { LampInput } from "@trygg/shared/lighting/schema.ts";
import type { MeasureInput } from "@trygg/shared/measures/schema.ts";
import type { PatrolInput } from "@trygg/shared/patrols/schema.ts";
import { searchProof } from "@trygg/shared/reports/proof.ts";
import type { ReportInput } from "@trygg/shared/reports/schema.ts";
import { loadTown } from "../place/town.ts";

export const town = loadTown("karlshamn");

/** The squares of a release area. */
export function squaresOf(area: string): string[] {
  const found = town.areas.get(area);
  if (!found) throw new Error(`expected an area of Karlshamn, got ${area}`);
  return found.squares;
}

/** A square of an area, the first unless another is asked for. */
export function squareOf(area: string, index = 0): string {
  const square = squaresOf(area)[index];
  if (!square) throw new Error(`${area} has no square ${index}`);
  return square;
}

/** The middle of a square of an area. */
export function spotIn(area: string, index = 0): LngLat {
  return toLngLat(squareCentre(squareOf(area, index)));
}

export function report(fields: Partial<ReportInput> = {}): ReportInput {
  return {
    clientKey: randomUUID(),
    feeling: "unsafe",
    at: spotIn("hamnparken"),
    reasons: ["lighting"],
    when: [],
    light: "dark",
    ...fields,
  };
}

/** A report for which the browser has done its work. */
export function provenReport(fields: Partial<ReportInput> = {}): ReportInput {
  const made = report(fields);
  const search = searchProof(made.clientKey);
  for (;;) {
    const { done, value } = search.next();
    if (done) return { ...made, proof: value };
  }
}

/** An hour on foot on Stortorget by the police, on a Friday evening. */
export function patrol(fields: Partial<PatrolInput> = {}): PatrolInput {
  return {
    clientKey: randomUUID(),
    kind: "foot",
    from: "2026-11-20T20:00:00+01:00",
    to: "2026-11-20T21:00:00+01:00",
    where: { area: "stortorget" },
    parties: ["police"],
    ...fields,
  };
}

export function measure(fields: Partial<MeasureInput> = {}): MeasureInput {
  return { kind: "light", area: "hamnparken", title: "Nya armaturer", state: "idea", ...fields };
}

export function lamp(fields: Partial<LampInput> = {}): LampInput {
  return {
    at: spotIn("stortorget"),
    height: 4.5,
    flux: 4000,
    owner: "municipality",
    status: "working",
    statusSince: "2026-11-01",
    statusSource: "Ronden i november",
    ...fields,
  };
}
