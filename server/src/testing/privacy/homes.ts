/**
 * Home re-identification ("P4"): residents report one to five times near their homes, within one month. The attacker has
 * every release, the address list, and for each resident the month, band and feeling of the reports; the guess is an
 * address in the area whose class rose most for its number of dwellings. Beside it stands the same guess without any release.
 */
import { squareCorner } from "@trygg/shared/geo/square.ts";
import type { GridPosition } from "@trygg/shared/geo/sweref.ts";
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import { voiceClasses } from "@trygg/shared/releases/rule.ts";
import { addMonths } from "@trygg/shared/time/local.ts";
import { publishRelease } from "../../releases/publish.ts";
import { report } from "../samples.ts";
import type { Finding, Ground } from "./ground.ts";

interface Dwelling {
  at: GridPosition;
  area: string;
}

/** Dwellings in each square of a release area: a made-up address list, as none is known. */
const PER_SQUARE = 6;
/** Metres within which people speak of the way home. */
const NEAR = 30;
/** A resident must hide among as many. */
const LEAST_CANDIDATES = 8;
/** How much more often than blindly the right home may be guessed. */
const MARGIN = 0.02;

export async function guessHomes(ground: Ground, residents: number, months: number): Promise<Finding> {
  const { services, random } = ground;
  const dwellings = inventDwellings(ground);
  const people = Array.from({ length: residents }, () => ({
    home: random.pick(dwellings),
    month: random.whole(0, months - 1),
    light: random.pick(["dark", "light"] as const),
    feeling: random.pick(["unsafe", "safe"] as const),
  }));
  const start = addMonths("2026-11-10", 0);
  let [right, blind, candidates] = [0, 0, Infinity];
  for (let month = 0; month < months; month++) {
    const before = services.releases.reports()?.unsafePlaces.features ?? [];
    const here = people.filter((person) => person.month === month);
    ground.setDay(addMonths(start, month));
    for (const person of here)
      for (let count = random.whole(1, 5); count > 0; count--) await sendNear(ground, person);
    ground.setDay(addMonths("2026-12-03", month));
    await publishRelease(services, "reports");
    const after = services.releases.reports()?.unsafePlaces.features ?? [];
    for (const { home, light, feeling } of here) {
      const key = `${feeling}${light === "dark" ? "Dark" : "Day"}` as const;
      const rank = (features: typeof after, area: string) =>
        voiceClasses.indexOf(features.find(({ id }) => id === area)?.properties[key] ?? "few");
      const scored = [...services.town.areas.keys()].map((area) => {
        const own = dwellings.filter((each) => each.area === area);
        return {
          own,
          score: (rank(after, area) - rank(before, area) + 0.001 * rank(after, area)) / own.length,
        };
      });
      const best = Math.max(...scored.map(({ score }) => score));
      const guesses = scored.filter(({ score }) => score === best).flatMap(({ own }) => own);
      candidates = Math.min(candidates, guesses.length);
      if (random.pick(guesses) === home) right += 1;
      if (random.pick(dwellings) === home) blind += 1;
    }
  }
  const [share, baseline] = [right / residents, blind / residents];
  return {
    tried: residents,
    found: share > baseline + MARGIN || candidates < LEAST_CANDIDATES ? 1 : 0,
    right_home: Number(share.toFixed(4)),
    blind: Number(baseline.toFixed(4)),
    fewest_candidates: candidates,
    dwellings: dwellings.length,
  };
}

function inventDwellings({ services, random }: Ground): Dwelling[] {
  return [...services.town.areas.values()].flatMap(({ id, squares }) =>
    squares.flatMap((square) => {
      const { east, north } = squareCorner(square);
      return Array.from({ length: PER_SQUARE }, () => ({
        area: id,
        at: { east: east + random.next() * 62.5, north: north + random.next() * 62.5 },
      }));
    }),
  );
}

async function sendNear(
  { services, call, random }: Ground,
  { home, light, feeling }: { home: Dwelling; light: "dark" | "light"; feeling: "unsafe" | "safe" },
): Promise<void> {
  const near = { east: home.at.east + random.normal(NEAR), north: home.at.north + random.normal(NEAR) };
  const at = services.town.areaAt(near) ? near : home.at;
  const reasons = [feeling === "unsafe" ? "lighting" : "well-lit"];
  const { status, text } = await call(
    "reports.submit",
    report({ at: toLngLat(at), light, feeling, reasons, voice: `${home.at.east} ${home.at.north}` }),
  );
  if (status !== 200) throw new Error(`a report was refused: ${text}`);
}
