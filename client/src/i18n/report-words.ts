/** The words of the report form and the receipt: what the server sends with the page instead of a whole catalogue. */
import { catalogues } from "./catalogues.ts";
import type { Language } from "./index.ts";

/** By the path of a word or of a whole block; a test holds that none is missing. */
export const reportWordPaths = [
  "ui",
  "frame.menu",
  "frame.demonstration",
  "frame.otherLanguage",
  "frame.toNight",
  "frame.toDay",
  "map",
  "place",
  "classes",
  "areas.toPage",
  "measures",
  "reports.when",
  "receipt",
  "contacts",
  "form",
  "errors",
  "pages.failed",
  "pages.privacy.title",
  "pages.about.title",
  "quickExit",
  "outbox",
] as const;

export type WordTree = { [key: string]: string | WordTree | readonly (string | WordTree)[] };

export function reportWords(language: Language): WordTree {
  const picked: WordTree = {};
  for (const path of reportWordPaths) copyPath(catalogues[language], picked, path.split("."));
  return picked;
}

function copyPath(from: WordTree, to: WordTree, [key = "", ...rest]: string[]): void {
  const value = from[key];
  if (value === undefined) throw new Error(`expected words at "${key}"`);
  if (rest.length === 0) to[key] = value;
  else copyPath(value as WordTree, (to[key] ??= {}) as WordTree, rest);
}
