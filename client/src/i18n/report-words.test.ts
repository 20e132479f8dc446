import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogues } from "./catalogues.ts";
import { languages } from "./index.ts";
import { reportWords } from "./report-words.ts";

const source = fileURLToPath(new URL("../", import.meta.url));

/** Every module of the client that the report page is made of, also what it fetches later. */
function modulesOf(entry: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(entry)) return found;
  const text = readFileSync(entry, "utf8");
  found.set(entry, text);
  for (const [statement, path = ""] of text.matchAll(/(?:from |import |import\()"(\.[^"]+\.tsx?)"/g)) {
    const file = join(dirname(entry), path);
    // The catalogues are what is chosen from.
    if (statement && existsSync(file) && !file.includes("/i18n/")) modulesOf(file, found);
  }
  return found;
}

/** The paths of all texts of a catalogue; of one in the plural, the path that the code names. */
function pathsOf(node: unknown, path = ""): string[] {
  if (typeof node !== "object" || node === null) return [path.replace(/_(one|other)$/, "")];
  return Object.entries(node).flatMap(([key, value]) => pathsOf(value, path ? `${path}.${key}` : key));
}

const blocks = Object.keys(catalogues.sv).join("|");
const literal = new RegExp(`["'\`]((?:${blocks})\\.[\\w.]*)(\\$\\{[^}]*\\})?([\\w.]*)`, "g");

/** What a module asks for: a word, or all words that begin in one way where the rest is found out as it runs. */
function asked(text: string): { begin: string; whole: boolean }[] {
  return [...text.matchAll(literal)].map(([, begin = "", rest]) => ({ begin, whole: rest === undefined }));
}

const modules = [...modulesOf(join(source, "app/report-main.tsx"))];
const wanted = modules.flatMap(([, text]) => asked(text));

describe("the words of the report page", () => {
  it("are looked for in every part of the page", () => {
    const names = modules.map(([file]) => file.slice(source.length));
    expect(names).toEqual(
      expect.arrayContaining([
        "reports/form/pick-map.tsx",
        "reports/receipt-qr.tsx",
        "reports/outbox/waiting-page.tsx",
        "app/failed-page.tsx",
      ]),
    );
    expect(wanted.length).toBeGreaterThan(150);
  });

  it.each(languages)("are all there in %s", (language) => {
    const has = new Set(pathsOf(reportWords(language)));
    const missing = pathsOf(catalogues[language]).filter(
      (path) =>
        !has.has(path) &&
        wanted.some(({ begin, whole }) =>
          whole ? path === begin || path.startsWith(`${begin}.`) : path.startsWith(begin),
        ),
    );
    expect(missing).toEqual([]);
  });

  it.each(languages)("leave out what only the desk says in %s", (language) => {
    const words = reportWords(language);
    expect(words).not.toHaveProperty("imports");
    expect(words).not.toHaveProperty("releases");
  });
});
