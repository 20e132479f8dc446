/** Finds named places by what people type: any case, with or without å, ä, ö, words in any order, begun or whole. */

/** The places whose names hold every typed word, the closest first. */
export function searchPlaces<T extends { name: string }>(places: readonly T[], query: string, most = 8): T[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  return places
    .map((place) => ({ place, rank: rankOf(wordsOf(place.name), wanted) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank || a.place.name.localeCompare(b.place.name, "sv"))
    .slice(0, most)
    .map(({ place }) => place);
}

/** Lower is closer: a short name that begins with what was typed. Infinite when a typed word begins none of its words. */
function rankOf(name: string[], wanted: string[]): number {
  const places = wanted.map((word) => name.findIndex((part) => part.startsWith(word)));
  return places.includes(-1) ? Infinity : name.length + (places[0] ?? 0);
}

function wordsOf(text: string): string[] {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
