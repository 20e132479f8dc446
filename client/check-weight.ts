/** Ends the build when the script that a light page loads at once has become heavier than it may be. */
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { chunksOf, entriesOf } from "./entry-files.ts";

/** Of gzip, for the entry and everything that it imports at once. */
const MOST_BYTES = 100_000;

export const checkWeight: Plugin = {
  name: "check-weight",
  apply: (config, { command }) => command === "build" && !config.build?.ssr,
  writeBundle(_, bundle) {
    for (const name of entriesOf(bundle)) {
      const weights = chunksOf(name, bundle).map(
        ({ fileName, code }) => [fileName, gzipSync(code, { level: 9 }).length] as const,
      );
      const sum = weights.reduce((total, [, bytes]) => total + bytes, 0);
      if (sum <= MOST_BYTES) continue;
      const told = weights.map(([file, bytes]) => `${bytes} ${file}`).join("\n");
      throw new Error(`${name} may load ${MOST_BYTES} bytes of script and loads ${sum}:\n${told}`);
    }
  },
};
