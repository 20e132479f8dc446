/**
 * Chooses among what may be done about the light of a town, in a thread of its own: what each candidate adds at points
 * along the streets, which of them together help most, how good that is at least, and whether it stays so when what
 * nobody has measured is varied.
 */
import type { GridPosition } from "@trygg/shared/geo/sweref.ts";
import { type LampHour, type LightingLamp, sourceOf } from "@trygg/shared/lighting/source-of.ts";
import type { LightingFile } from "@trygg/shared/lighting/town.ts";
import type { Distribution } from "@trygg/shared/photometry/distribution.ts";
import { boundOf, shareOf } from "@trygg/shared/siting/bound.ts";
import type { Candidate } from "@trygg/shared/siting/candidates.ts";
import type { Budget, SitingCase } from "@trygg/shared/siting/case.ts";
import { type Choice, choose } from "@trygg/shared/siting/choose.ts";
import { valueOf } from "@trygg/shared/siting/coverage.ts";
import { type LitPoints, eachLit, litPoints, luxAt } from "@trygg/shared/siting/lux-at.ts";
import type { SuggestProgress } from "@trygg/shared/siting/schema.ts";
import { chooseExactly } from "./exact.ts";

export interface SuggestWork {
  points: (GridPosition & { weight: number; wanted: number })[];
  /** All that stand, working or not. */
  lamps: LightingLamp[];
  candidates: Candidate[];
  budget: Budget;
  /** Places in the list of candidates. */
  pinned: number[];
  lighting: LightingFile;
  luminaires: Map<string, Distribution>;
  clock: LampHour;
  /** Whether to choose anew with other values for what nobody has measured. */
  varied: boolean;
}

export interface SuggestDone {
  /** Candidates, what helps most for its cost first. */
  chosen: { candidate: number; tied: boolean; stays: number | null }[];
  value: number;
  bound: number;
  share: number;
  exact: boolean;
  /** Light at each point, lux. */
  before: Float64Array;
  after: Float64Array;
  runs: number;
}

/** Lux: less than this is not seen, and would make every case large. */
const SEEN = 0.05;

/** Seconds for the exact choice, of which an idle machine takes one: what is shown, and each of those that vary it. */
const PROVE_SECONDS = 20;
const VARY_SECONDS = 10;

export async function suggestSites(
  work: SuggestWork,
  tell: (progress: SuggestProgress) => void,
): Promise<SuggestDone> {
  tell({ stage: "choosing", done: 0 });
  const lit = litPoints(work.points);
  const light = lightOf(work, lit, work.lighting);
  const problem = caseOf(work, light);
  tell({ stage: "proving", done: 0.2 });
  const best = await chooseBest(problem, PROVE_SECONDS);
  const stays = work.varied ? await varyGiven(work, lit, best.chosen, tell) : null;
  return {
    ...best,
    chosen: best.chosen.map((candidate) => ({
      candidate,
      tied: best.tied.includes(candidate),
      stays: stays?.get(candidate) ?? null,
    })),
    before: light.before,
    after: sumOf(light, best.chosen),
    runs: work.varied ? variants.length : 0,
  };
}

interface Light {
  before: Float64Array;
  /** What each candidate changes, point by point; it may take light away where it gives more elsewhere. */
  changes: { points: number[]; lux: number[] }[];
}

function lightOf(
  { lamps, candidates, luminaires, clock }: SuggestWork,
  lit: LitPoints,
  lighting: LightingFile,
): Light {
  const given = { lighting, luminaires, clock };
  const changeOf = ({ before, after }: Candidate) => {
    const lux = new Map<number, number>();
    for (const [lamp, sign] of [
      [before, -1],
      [after, 1],
    ] as const) {
      const source = lamp && sourceOf(lamp, given);
      if (source) eachLit(lit, source, (point, more) => lux.set(point, (lux.get(point) ?? 0) + sign * more));
    }
    return { points: [...lux.keys()], lux: [...lux.values()] };
  };
  return {
    before: luxAt(
      lit,
      lamps.flatMap((lamp) => sourceOf(lamp, given) ?? []),
    ),
    changes: candidates.map(changeOf),
  };
}

/** Light that a candidate takes away is not counted in choosing: what comes of it is told beside the choice. */
function caseOf({ points, candidates, budget, pinned }: SuggestWork, { before, changes }: Light): SitingCase {
  const poles = new Map<string, number>();
  return {
    demand: {
      weight: points.map(({ weight }) => weight),
      wanted: points.map(({ wanted }) => wanted),
      light: before,
    },
    options: candidates.map(({ lamp, at, option }, index) => {
      const pole = lamp ?? `${at.lng} ${at.lat}`;
      if (!poles.has(pole)) poles.set(pole, poles.size);
      const { points: lit, lux } = changes[index] as Light["changes"][number];
      const seen = [...lux.keys()].filter((place) => (lux[place] as number) >= SEEN);
      return {
        pole: poles.get(pole) as number,
        cost: option.cost,
        points: seen.map((place) => lit[place] as number),
        lux: seen.map((place) => lux[place] as number),
      };
    }),
    budget,
    pinned,
  };
}

interface Best extends Pick<Choice, "chosen" | "tied" | "value"> {
  bound: number;
  share: number;
  exact: boolean;
}

/** One by one, and exactly where that can be had in time; in the order in which they help most for their cost. */
async function chooseBest(problem: SitingCase, seconds: number): Promise<Best> {
  const { chosen, tied, value: lazily } = choose(problem);
  const lazy = { chosen, tied, value: lazily };
  const exact = await chooseExactly(problem, seconds);
  const bound = boundOf(problem, lazy.chosen);
  if (!exact) return { ...lazy, bound, share: shareOf(lazy.value, bound), exact: false };
  const value = valueOf(
    problem.demand,
    exact.flatMap((index) => problem.options[index] ?? []),
  );
  if (value <= lazy.value) return { ...lazy, bound: lazy.value, share: 1, exact: true };
  return { chosen: inOrder(problem, exact), tied: [], value, bound: value, share: 1, exact: true };
}

function inOrder(problem: SitingCase, chosen: readonly number[]): number[] {
  const places = [...problem.pinned, ...chosen.filter((index) => !problem.pinned.includes(index))];
  const ordered = choose({
    ...problem,
    options: places.flatMap((index) => problem.options[index] ?? []),
    budget: { kronor: Infinity },
    pinned: problem.pinned.map((_, place) => place),
  });
  return ordered.chosen.map((place) => places[place] as number);
}

/** What the stand-in and the maintenance are taken to be, from one end of the likely to the other, one at a time. */
const variants: ((usual: LightingFile) => Partial<LightingFile>)[] = [
  ...(["q", "a", "b"] as const).flatMap((part) =>
    [0.7, 1.3].map((times) => ({ standIn }: LightingFile) => ({
      standIn: { ...standIn, [part]: standIn[part] * times },
    })),
  ),
  () => ({ maintenance: 0.7 }),
  () => ({ maintenance: 0.9 }),
];

/** For each candidate that was chosen, the share of the runs in which its site is chosen as well. */
async function varyGiven(
  work: SuggestWork,
  lit: LitPoints,
  chosen: readonly number[],
  tell: (progress: SuggestProgress) => void,
): Promise<Map<number, number>> {
  const siteOf = (candidate: number) => {
    const { lamp, at } = work.candidates[candidate] as Candidate;
    return lamp ?? `${at.lng} ${at.lat}`;
  };
  const times = new Map<string, number>();
  for (const [run, vary] of variants.entries()) {
    tell({ stage: "varying", done: run / variants.length });
    const lighting = { ...work.lighting, ...vary(work.lighting) };
    const again = await chooseBest(caseOf(work, lightOf(work, lit, lighting)), VARY_SECONDS);
    for (const site of again.chosen.map(siteOf)) times.set(site, (times.get(site) ?? 0) + 1);
  }
  return new Map(
    chosen.map((candidate) => [candidate, (times.get(siteOf(candidate)) ?? 0) / variants.length]),
  );
}

function sumOf({ before, changes }: Light, chosen: readonly number[]): Float64Array {
  const lux = Float64Array.from(before);
  for (const candidate of chosen) {
    const { points, lux: more } = changes[candidate] as Light["changes"][number];
    for (const [place, point] of points.entries())
      lux[point] = Math.max(0, (lux[point] as number) + (more[place] as number));
  }
  return lux;
}
