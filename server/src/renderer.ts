/**
 * The client's drawing of its light pages, built for the server, and the languages that it has words in. Without a build there is
 * an empty page in Swedish and no form.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Language } from "@trygg/shared/language.ts";
import { SOURCE } from "@trygg/shared/language-tag.ts";
import { root } from "./root.ts";

export const clientFolder = join(root, "client", "dist");

export type LightPage = "report" | "accessibility";

interface Renderer {
  renderPage: Record<LightPage, (props: unknown) => string>;
  /** By the tag of a language. */
  pageWords(page: LightPage, language: string): unknown;
  /** Swedish first. */
  languages: readonly [Language, ...Language[]];
}

const path = join(clientFolder, "render", "render.js");
const nothing = () => "";

export const renderer: Renderer = existsSync(path)
  ? ((await import(pathToFileURL(path).href)) as Renderer)
  : {
      renderPage: { report: nothing, accessibility: nothing },
      pageWords: () => ({}),
      languages: [{ tag: SOURCE, name: "Svenska", direction: "ltr" }],
    };
