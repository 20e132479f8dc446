/** The reasons that most voices of the whole centre give. Reasons are not released for single areas. */
import { type VoiceClass, voiceClasses } from "@trygg/shared/releases/rule.ts";

interface ReasonRow {
  reason: string;
  voices: VoiceClass;
}

const rank = ({ voices }: ReasonRow) => voiceClasses.indexOf(voices);

/** The first three, and those that are told alike the third: within a class nobody knows which has more. */
export function mostNamed<T extends ReasonRow>(rows: readonly T[]): T[] {
  const told = rows.filter(({ voices }) => voices !== "few").toSorted((a, b) => rank(b) - rank(a));
  const third = told[2];
  return third ? told.filter((row) => rank(row) >= rank(third)) : told;
}
