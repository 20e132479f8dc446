/** Tags of languages as they are asked for; apart from the schemas, which the light pages do without. */

/** What is spoken where nothing else is known, and what every other language falls back to. */
export const SOURCE = "sv";

/** A tag and what it is a form of, the nearest first: `sv-simple`, then `sv` (RFC 4647, section 3.4). */
export function nearestFirst(tag: string): string[] {
  const parts = tag.split("-");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
}
