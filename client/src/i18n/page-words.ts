/** The words of the light pages: what the server sends with each of them instead of a whole catalogue. */
import { catalogues } from "./catalogues.ts";

/** Of the frame around both. */
const frame = [
  "language",
  "ui",
  "frame.skip",
  "frame.skipToForm",
  "frame.menu",
  "frame.demonstration",
  "frame.language",
  "frame.toNight",
  "frame.toDay",
  "errors",
  "pages.failed",
  "pages.privacy.title",
  "pages.about.title",
  "receipt.title",
  "accessibility.title",
  "quickExit",
];

/** By the path of a word or of a whole block; a test holds that none is missing. */
const paths = {
  report: [
    ...frame,
    "map",
    "place",
    "classes",
    "areas.toPage",
    "measures",
    "lighting.sketch",
    "reports.when",
    "receipt",
    "form",
    "outbox",
  ],
  accessibility: [...frame, "accessibility"],
};

type LightPage = keyof typeof paths;

export type WordTree = { [key: string]: string | WordTree | readonly (string | WordTree)[] };

export function pageWords(page: LightPage, language: string): WordTree {
  const picked: WordTree = {};
  const words = catalogues.get(language);
  if (!words) throw new Error(`expected the tag of a language, got "${language}"`);
  for (const path of paths[page]) copyPath(words, picked, path.split("."));
  return picked;
}

function copyPath(from: WordTree, to: WordTree, [key = "", ...rest]: string[]): void {
  const value = from[key];
  if (value === undefined) throw new Error(`expected words at "${key}"`);
  if (rest.length === 0) to[key] = value;
  else copyPath(value as WordTree, (to[key] ??= {}) as WordTree, rest);
}
