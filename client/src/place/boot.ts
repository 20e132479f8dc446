/** What the page brought along: the town, its words, and whether all this is a demonstration. */
import type { Boot } from "@trygg/shared/boot.ts";

/** Written by our own server into this very page, where its schema has checked it. */
export function readBoot(): Boot {
  return JSON.parse(document.getElementById("boot")?.textContent ?? "null") as Boot;
}
