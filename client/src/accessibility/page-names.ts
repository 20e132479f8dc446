/** How each page is called where somebody says which one does not work. */
import type { PagePath } from "@trygg/shared/pages.ts";

export const pageNames = {
  "/": "start",
  "/rapportera": "report",
  "/loftet": "promise",
  "/lagesbild": "lagesbild",
  "/platser": "areas",
  "/kvitto": "receipt",
  "/om": "about",
  "/integritet": "privacy",
  "/tillganglighet": "accessibility",
  "/logga-in": "signIn",
  "/arbete": "desk",
} as const satisfies Record<PagePath, string>;
