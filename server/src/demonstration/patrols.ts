/** The presence of the story: walks and stays that come again, each on its own day and hour. */
import type { Role } from "@trygg/shared/accounts/schema.ts";
import type { PatrolInput, PatrolWhere } from "@trygg/shared/patrols/schema.ts";
import { addDays, instantOfLocal } from "@trygg/shared/time/local.ts";
import type { Town } from "../place/town.ts";
import { type Random, makeRandom } from "./random.ts";
import type { Rhythm, Story } from "./story.ts";

export interface InventedPatrol {
  role: Role;
  input: PatrolInput;
}

export function inventPatrols(town: Town, story: Story): InventedPatrol[] {
  return story.patrols.flatMap((rhythm, index) => {
    const random = makeRandom(`${story.seed} patrol ${index}`);
    return datesOf(story, rhythm, random).map((date) => inventPatrol(town, story, rhythm, date, random));
  });
}

function inventPatrol(
  town: Town,
  story: Story,
  rhythm: Rhythm,
  date: string,
  random: Random,
): InventedPatrol {
  const from =
    instantOfLocal(date, random.pick(rhythm.hours), town.place.timeZone) + random.whole(0, 5) * 600_000;
  const to = from + random.whole(...rhythm.minutes) * 60_000;
  return {
    role: rhythm.role,
    input: {
      clientKey: random.uuid(),
      kind: rhythm.kind,
      parties: rhythm.parties,
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      where: whereOf(town, story, rhythm, random),
    },
  };
}

function whereOf(town: Town, story: Story, rhythm: Rhythm, random: Random): PatrolWhere {
  if (rhythm.areas) return { area: random.weighted(rhythm.areas) };
  const walk = story.walks[random.weighted(rhythm.walks ?? {})] ?? [];
  const coordinates = walk.map((id): [number, number] => {
    const place = town.places.find((each) => each.id === id);
    if (!place) throw new Error(`the story walks by ${id}, which the town does not have`);
    return [place.at.lng, place.at.lat];
  });
  return { type: "LineString", coordinates: random.next() < 0.5 ? coordinates : coordinates.toReversed() };
}

/** The given dates, or as many as wanted in the year of the story, all before it begins. */
function datesOf(story: Story, rhythm: Rhythm, random: Random): string[] {
  if (rhythm.dates) return rhythm.dates;
  const { count = 0, months = [], weekdays = [] } = rhythm;
  const year = story.begins.slice(0, 4);
  const days: string[] = [];
  for (let day = `${year}-01-02`; day < story.begins; day = addDays(day, 1)) {
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    if (months.includes(Number(day.slice(5, 7))) && weekdays.includes(weekday)) days.push(day);
  }
  return Array.from({ length: count }, (_, index) => {
    // A month named twice is twice as likely.
    const drawn = rhythm.everyMonth ? months[index % months.length] : random.pick(months);
    const month = String(drawn).padStart(2, "0");
    return random.pick(days.filter((day) => day.slice(5, 7) === month));
  });
}
