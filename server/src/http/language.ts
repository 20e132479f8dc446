/** The language that a visitor is answered in before one has been chosen: the browser's own order of them decides. */
export const languages = ["sv", "en"] as const;
export type Language = (typeof languages)[number];

/** The first of the product's languages in an `Accept-Language` header; Swedish where it names none of them. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? "").split(",").map((part) => {
    const [tag = "", quality] = part
      .trim()
      .toLowerCase()
      .split(/;\s*q=/);
    return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
  });
  const offered = wanted
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ language }) => languages.find((each) => each === language));
  return offered.find((language) => language !== undefined) ?? "sv";
}
