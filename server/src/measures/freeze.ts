/** Freezes a plan: its text as it will always be read, its hash, and the day. */
import { createHash } from "node:crypto";
import { type FrozenPlan, type MeasurePlan, measurePlan } from "@trygg/shared/measures/plan.ts";
import type { MeasureState } from "@trygg/shared/measures/schema.ts";
import canonicalize from "canonicalize";
import type { Database } from "../database/open.ts";
import { insertPlan } from "./store.ts";

/** From the decision on a measure has a frozen plan; one that is declined needs none. */
export const isDecided = (state: MeasureState) => state !== "idea" && state !== "declined";

/** Keeps a plan beside those that were frozen before it. */
export async function freezePlan(tx: Database, plan: MeasurePlan, frozenOn: string): Promise<FrozenPlan> {
  const text = canonicalize(plan);
  if (text === undefined) throw new Error("a plan has no text");
  const frozen = { frozenOn, text, sha256: createHash("sha256").update(text).digest("hex") };
  await insertPlan(tx, { ...frozen, measureId: plan.measure.id });
  return frozen;
}

export const readPlan = ({ text }: FrozenPlan): MeasurePlan => measurePlan.parse(JSON.parse(text));
