/** Reads what a row of an inventory tells of how a lamp throws its light. */
import { type UsualNames, names, plain } from "../../imports/columns.ts";
import { Unfit, readWithin, readWord, spellingsOf } from "../../imports/fields.ts";
import { say } from "../../imports/say.ts";
import type { Town } from "../../place/town.ts";

export const usualLightNames = {
  luminaire: names(
    "luminaire armatur armaturtyp armaturmodell armaturnamn luminairetype luminairemodel fixture fixturetype",
  ),
  direction: names(
    "direction riktning kompassriktning azimut azimuth vridning orientering orientation heading bearing",
  ),
  tilt: names("tilt lutning lutningsvinkel armaturlutning upptilt tiltangle inclination"),
  dimming: names("dimming dimring dimringsplan dimringsprofil dimmingplan dimmingprofile dimmingschedule"),
  screened: names("screened skymd skymning skymdandel avskarmning avskarmad shaded shading obstruction"),
} satisfies UsualNames<string>;

export interface ToldLight {
  /** The id of a luminaire that is known here. */
  luminaire: string | undefined;
  /** Degrees clockwise from north. */
  direction: number | undefined;
  tilt: number | undefined;
  /** Null is told to burn in full. */
  dimming: string | null | undefined;
  /** 0–1. */
  screened: number | undefined;
}

export interface NamedLuminaire {
  id: string;
  name: string;
}

/** How rows are read; what cannot be used is an Unfit. */
export function lightReader(town: Town, luminaires: readonly NamedLuminaire[]) {
  const ids = luminaireIds(luminaires);
  const plans = plansOf(town);
  return (told: (field: keyof ToldLight) => string): ToldLight => ({
    luminaire: readLuminaire(told("luminaire"), ids),
    direction: readDirection(told("direction")),
    tilt: rounded(10, readWithin("tilt", told("tilt"), { least: -90, most: 90 })),
    dimming: undimmed.has(plain(told("dimming"))) ? null : readWord("dimming", told("dimming"), plans),
    screened: readShare("screened", told("screened")),
  });
}

/** By their ids, and by their names where only one has it. */
function luminaireIds(luminaires: readonly NamedLuminaire[]): Map<string, string> {
  const byName = new Map<string, NamedLuminaire[]>();
  for (const each of luminaires)
    byName.set(plain(each.name), [...(byName.get(plain(each.name)) ?? []), each]);
  const unmistaken = [...byName].flatMap(([name, [one, ...others]]) =>
    one && others.length === 0 ? [[name, one.id] as const] : [],
  );
  return new Map([...unmistaken, ...luminaires.map(({ id }) => [plain(id), id] as const)]);
}

function readLuminaire(text: string, ids: ReadonlyMap<string, string>): string | undefined {
  if (text === "") return undefined;
  const id = ids.get(plain(text));
  if (id === undefined) throw new Unfit(say("unknownLuminaire", { got: text.slice(0, 60) }));
  return id;
}

/** The town's dimming plans by their ids and names. */
function plansOf({ lighting }: Town): Map<string, string> {
  return spellingsOf(Object.fromEntries(lighting.dimming.map(({ id, name }) => [id, Object.values(name)])));
}

const undimmed = spellingsOf({ none: ["ingen", "nej", "no", "odimrad", "100 %"] });

/** Degrees of the compass by its letters and words in Swedish and English. */
const compass = spellingsOf({
  "0": ["N", "norr", "north"],
  "45": ["NO", "NÖ", "nordost", "NE", "northeast"],
  "90": ["Ö", "öst", "öster", "E", "east"],
  "135": ["SO", "SÖ", "sydost", "SE", "southeast"],
  "180": ["S", "syd", "söder", "south"],
  "225": ["SV", "sydväst", "SW", "southwest"],
  "270": ["V", "väst", "väster", "W", "west"],
  "315": ["NV", "nordväst", "NW", "northwest"],
});

function readDirection(text: string): number | undefined {
  const letters = /\d/.test(text) ? undefined : compass.get(plain(text));
  if (letters !== undefined) return Number(letters);
  const degrees = rounded(10, readWithin("direction", text, { least: 0, most: 360 }));
  return degrees === 360 ? 0 : degrees;
}

/** A share, or percent: what says so, or is above 1. */
function readShare(field: string, text: string): number | undefined {
  const number = readWithin(field, text.replace(/\s*%$/, ""), { least: 0, most: 100 });
  if (number === undefined) return undefined;
  return rounded(100, text.endsWith("%") || number > 1 ? number / 100 : number);
}

/** To so many parts of one, which single precision keeps. */
function rounded(parts: number, number: number | undefined): number | undefined {
  return number === undefined ? undefined : Math.round(number * parts) / parts;
}
