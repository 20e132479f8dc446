/** The built pages of the client, filled with what each visitor needs to begin: language, theme and a block of data. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { boot } from "@trygg/shared/boot.ts";
import type { Language } from "@trygg/shared/language.ts";
import type { Place } from "@trygg/shared/place/schema.ts";
import type { FastifyRequest } from "fastify";
import type { Basemap } from "../basemap/open.ts";
import type { Services } from "../context.ts";
import { offeredLanguages } from "../place/offered-languages.ts";
import type { Town } from "../place/town.ts";
import { readReporting } from "../reports/reporting.ts";
import { preferredLanguage } from "./language.ts";
import { clientFolder, renderer } from "../renderer.ts";

export interface Choices {
  language: Language;
  theme: "day" | "night" | null;
}

/** What the visitor has chosen, in the address or earlier, or what the browser asks for. */
export function choicesOf(request: FastifyRequest, { service }: Town): Choices {
  const { language: asked } = request.query as { language?: string };
  const { language, theme } = request.cookies;
  const languages = offeredLanguages(service, renderer.languages);
  const find = (tag: string | undefined) => languages.find((each) => each.tag === tag);
  const tags = languages.map(({ tag }) => tag);
  return {
    language:
      find(asked) ??
      find(language) ??
      find(preferredLanguage(request.headers["accept-language"], tags)) ??
      languages[0],
    theme: theme === "day" || theme === "night" ? theme : null,
  };
}

/** What a page depends on beside its address, for every cache in between. */
export const PAGE_VARIES = "accept-language, cookie, accept-encoding";

type Fill = (choices: Choices, data: unknown, content?: string) => string;

/** A built page with its places to fill: the language and theme, the data block, and the drawn content. */
export function openShell(file: string): Fill {
  const path = join(clientFolder, file);
  const page = existsSync(path)
    ? readFileSync(path, "utf8")
    : "<!doctype html><p>The client has not been built.";
  return ({ language, theme }, data, content = "") =>
    page
      .replace(
        '<html lang="sv">',
        `<html lang="${language.tag}" dir="${language.direction}"${theme ? ` data-theme="${theme}"` : ""}>`,
      )
      // A data block is no script, so the strict policy lets it stand.
      .replace("<!--boot-->", () => `<script type="application/json" id="boot">${inHtml(data)}</script>`)
      .replace("<!--app-->", () => content);
}

const inHtml = (data: unknown) => JSON.stringify(data).replaceAll("<", "\\u003c");

const DAY_MS = 86_400_000;

export function bootOf(services: Services, basemap: Basemap) {
  const { town, demonstration, now } = services;
  return boot.parse({
    languages: offeredLanguages(town.service, renderer.languages),
    reporting: readReporting(services),
    introduction: town.service.introduction,
    lampOwners: town.service.lampOwners,
    place: town.place,
    basemap: toldNow(basemap, town.place),
    areas: [...town.areas.values()].map(({ id, name, squares }) => ({ id, name, squares })),
    reasons: [...town.reasons.values()],
    privacy: {
      controller: town.privacy.controller,
      dataProtectionOfficer: town.privacy.dataProtectionOfficer,
    },
    retention: town.retention,
    demonstration,
    clockShiftDays: Math.round((now() - Date.now()) / DAY_MS),
  });
}

/** The town's own map may have been replaced since the start, and then it is somebody else's work. */
function toldNow({ told }: Basemap, { attribution }: Place): Basemap["told"] {
  return told.ground.kind === "schematic" ? { ...told, attribution } : told;
}
