/** The closed lists that reports are made of, without their schemas: a light page needs only the words. */
export const feelings = ["unsafe", "safe"] as const;
export type Feeling = (typeof feelings)[number];

/** When the feeling concerns darkness, daylight or both: as it was felt, not when it was sent. */
export const lights = ["dark", "light", "both"] as const;
export type Light = (typeof lights)[number];

/** The two bands of everything public about time. A report with light "both" belongs to both. */
export const bands = ["day", "dark"] as const;
export type Band = (typeof bands)[number];

/** The bands that a report belongs to. */
export function bandsOf(value: Light): Band[] {
  if (value === "both") return ["day", "dark"];
  return value === "dark" ? ["dark"] : ["day"];
}

/** How much it affects: 0 not at all … 3 avoids the place. */
export const impacts = [0, 1, 2, 3] as const;
export type Impact = (typeof impacts)[number];

/** Six reasons are as many as anyone weighs at once, and as many cells of a release as one report can touch. */
export const MAX_REASONS = 6;

/** How a place feels after a measure, for whoever reported it before. */
export const effects = ["better", "same", "worse"] as const;
export type Effect = (typeof effects)[number];

/** Who somebody that reports is, as far as they want to say: in bands that official statistics can be added up to. */
export const ageBands = ["under-18", "18-29", "30-44", "45-64", "65-79", "80-up"] as const;
export type AgeBand = (typeof ageBands)[number];
export const genders = ["woman", "man", "other"] as const;
export type Gender = (typeof genders)[number];

/** A receipt's code as it is given. */
export const RECEIPT = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/;
