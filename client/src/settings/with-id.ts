/** A thing that is new takes its id from its name; one that is stored keeps it, whatever it is called later. */
import { type Words, slugOf } from "@trygg/shared/place/schema.ts";

/** Longer ones are refused. */
const LONGEST = 40;

export function withId<Thing extends { id: string; name: Words }>(
  thing: Thing,
  stored: readonly string[],
): Thing {
  if (stored.includes(thing.id)) return thing;
  return { ...thing, id: slugOf(thing.name.sv).slice(0, LONGEST) };
}
