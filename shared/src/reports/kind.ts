/** Feeling, light and impact as one number below 48: what a report is, in a byte. */
import { type Feeling, type Impact, type Light, feelings, lights } from "./terms.ts";

const NO_IMPACT = 4;

export const kindOf = (feeling: Feeling, light: Light, impact: Impact | null): number =>
  (feelings.indexOf(feeling) * lights.length + lights.indexOf(light)) * 8 + (impact ?? NO_IMPACT);

/** Kinds of one feeling follow each other: so many of each. */
export const KINDS_PER_FEELING = lights.length * 8;

export const feelingOfKind = (kind: number) => feelings[Math.floor((kind >>> 3) / lights.length)] as Feeling;
export const lightOfKind = (kind: number) => lights[(kind >>> 3) % lights.length] as Light;
export const impactOfKind = (kind: number) => ((kind & 7) === NO_IMPACT ? null : ((kind & 7) as Impact));
