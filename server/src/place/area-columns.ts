/** What files of areas call our fields, in Swedish and English. */
import { type UsualNames, names } from "../imports/columns.ts";

export const usualAreaNames = {
  id: names("id omrade omradesid areaid nr nummer"),
  name: names("name namn namnsv namesv omradesnamn beteckning"),
  nameEn: names("nameen namnen english engelska"),
  protected: names("protected skyddad skyddat"),
  class: names("class klass belysningsklass lightingclass ljusklass"),
  owner: names("owner agare huvudman vaghallare"),
} satisfies UsualNames<string>;
export type AreaField = keyof typeof usualAreaNames;
