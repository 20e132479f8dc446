/**
 * Builds the service worker beside the pages, as plain scripts of one file each, and tells it which files the report form is made of:
 * the entry, what it imports at once, the words of every language, its styles, its fonts and its icon.
 */
import { fileURLToPath } from "node:url";
import { type Plugin, type Rollup, build } from "vite";
import { chunksOf } from "./entry-files.ts";

const folder = fileURLToPath(new URL("src/service-worker/", import.meta.url));

export const buildServiceWorker: Plugin = {
  name: "build-service-worker",
  apply: (config, { command }) => command === "build" && !config.build?.ssr,
  async writeBundle({ dir }, bundle) {
    const files = filesOf("report", bundle);
    for (const [name, file] of [
      ["main.ts", "sw.js"],
      ["remove.ts", "sw-remove.js"],
    ] as const)
      await build({
        configFile: false,
        root: folder,
        logLevel: "warn",
        publicDir: false,
        define: { FORM_FILES: JSON.stringify(files) },
        build: {
          outDir: dir ?? "dist",
          emptyOutDir: false,
          target: "es2022",
          lib: { entry: name, formats: ["iife"], name: "worker", fileName: () => file },
        },
      });
  },
};

/** Addresses of everything that an entry needs at once, itself first, and of the words of every language. */
function filesOf(name: string, bundle: Rollup.OutputBundle): string[] {
  const found = new Set<string>();
  const add = (chunk: Rollup.OutputChunk) => {
    found.add(chunk.fileName);
    for (const file of chunk.viteMetadata?.importedCss ?? []) addStyle(file);
    for (const file of chunk.viteMetadata?.importedAssets ?? []) found.add(file);
  };
  const addStyle = (file: string) => {
    found.add(file);
    const style = bundle[file];
    if (style?.type !== "asset") return;
    for (const [, used = ""] of String(style.source).matchAll(/url\(\/?(assets\/[^)]+)\)/g)) found.add(used);
  };
  chunksOf(name, bundle).forEach(add);
  // Every language must be there without a network too.
  for (const file of Object.values(bundle))
    if (file.type === "chunk" && /\/i18n\/[\w-]+\.json$/.test(file.facadeModuleId ?? "")) add(file);
  for (const file of Object.keys(bundle)) if (/^assets\/icon-.*\.svg$/.test(file)) found.add(file);
  return [...found].filter((file) => !file.endsWith(".map")).map((file) => `/${file}`);
}
