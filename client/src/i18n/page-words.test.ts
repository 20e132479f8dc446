import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogues } from "./catalogues.ts";
import { languages } from "./index.ts";
import { pageWords } from "./page-words.ts";

const source = fileURLToPath(new URL("../", import.meta.url));

/** Every module of the client that a light page is made of, also what it fetches later. */
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

const pages = (["report", "accessibility"] as const).map((page) => {
  const modules = [...modulesOf(join(source, `app/${page}-main.tsx`))];
  return {
    page,
    files: modules.map(([file]) => file.slice(source.length)),
    wanted: modules.flatMap(([, text]) => asked(text)),
  };
});

describe("the words of the light pages", () => {
  it("are looked for in every part of the report form", () => {
    const [report] = pages;
    expect(report?.files).toEqual(
      expect.arrayContaining([
        "reports/form/pick-map.tsx",
        "reports/receipt-qr.tsx",
        "reports/outbox/waiting-page.tsx",
        "app/failed-page.tsx",
      ]),
    );
    expect(report?.wanted.length).toBeGreaterThan(150);
  });

  it.each(pages.flatMap((page) => languages.map((language) => ({ ...page, language }))))(
    "are all there for $page in $language",
    ({ page, wanted, language }) => {
      const has = new Set(pathsOf(pageWords(page, language)));
      const missing = pathsOf(catalogues[language]).filter(
        (path) =>
          !has.has(path) &&
          wanted.some(({ begin, whole }) =>
            whole ? path === begin || path.startsWith(`${begin}.`) : path.startsWith(begin),
          ),
      );
      expect(missing).toEqual([]);
    },
  );

  it.each(languages)("leave out what only the desk says in %s", (language) => {
    const words = pageWords("report", language);
    expect(words).not.toHaveProperty("imports");
    expect(words).not.toHaveProperty("releases");
  });
});
