/** The language that a visitor is answered in before one has been chosen: the browser's own order of them decides. */
import { SOURCE, nearestFirst } from "@trygg/shared/language-tag.ts";

/** The first of these languages in an `Accept-Language` header, by tag; the first of them where it names none. */
export function preferredLanguage(header: string | undefined, tags: readonly string[]): string {
  const wanted = (header ?? "").split(",").map((part) => {
    const [tag = "", quality] = part
      .trim()
      .toLowerCase()
      .split(/;\s*q=/);
    return { tag, quality: quality === undefined ? 1 : Number(quality) };
  });
  const offered = wanted
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => nearestFirst(tag))
    .map((asked) => tags.find((tag) => tag.toLowerCase() === asked));
  return offered.find((tag) => tag !== undefined) ?? tags[0] ?? SOURCE;
}
