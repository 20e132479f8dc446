/** The languages that a town offers, of those that the product has words in. */
import type { Language } from "@trygg/shared/language.ts";
import type { Service } from "@trygg/shared/place/service.ts";

type Some = readonly [Language, ...Language[]];

/** Those that are set but have no words, of an older build say, are left out. */
export function offeredLanguages({ languages }: Pick<Service, "languages">, built: Some): Some {
  const offered = (languages ?? []).flatMap((tag) => built.find((each) => each.tag === tag) ?? []);
  const [first, ...others] = offered;
  return first ? [first, ...others] : built;
}
