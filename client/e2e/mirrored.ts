/**
 * A copy of the product with one file more: a made-up language that is read from right to left. Its words are Swedish with their
 * letters accented, so that a text that does not come from the file shows itself.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The tag that CLDR gives to a made-up language of this kind. */
export const MIRRORED = "ar-XB";

type Node = string | readonly Node[] | { readonly [key: string]: Node };

/** Places to fill stay as they are. */
const accented = (text: string) =>
  text.replace(/\{\{\w+\}\}|[aeouy]/g, (found) => ACCENTS[found as keyof typeof ACCENTS] ?? found);
const ACCENTS = { a: "ą", e: "ę", o: "ǫ", u: "ų", y: "ŷ" };

const PLURAL = /_other$/;
const categories = new Intl.PluralRules(MIRRORED).resolvedOptions().pluralCategories;

function mirror(node: Node): Node {
  if (typeof node === "string") return accented(node);
  if (Array.isArray(node)) return node.map(mirror);
  const entries = Object.entries(node).map(([key, value]) => [key, mirror(value)] as const);
  const plurals = entries
    .filter(([key]) => PLURAL.test(key))
    .flatMap(([key, value]) =>
      categories.map((category) => [key.replace(PLURAL, `_${category}`), value] as const),
    );
  return Object.fromEntries([...plurals, ...entries]);
}

/** Makes the copy in a folder of its own; nothing but the language differs. */
export function copyMirrored(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "trygg-mirrored-"));
  const left = /(^|\/)(node_modules|\.git|\.data|e2e)$|client\/dist$/;
  cpSync(root, folder, { recursive: true, filter: (path) => !left.test(path) });
  for (const part of ["", "client", "server", "shared", "data"])
    symlinkSync(join(root, part, "node_modules"), join(folder, part, "node_modules"));
  const words = join(folder, "client", "src", "i18n");
  const { language: _head, ...swedish } = JSON.parse(readFileSync(join(words, "sv.json"), "utf8")) as Record<
    string,
    Node
  >;
  const language = { name: "Spegelspråk", direction: "rtl", dates: "sv-SE" };
  writeFileSync(
    join(words, `${MIRRORED}.json`),
    JSON.stringify({ language, ...(mirror(swedish) as object) }),
  );
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
