import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogues } from "./catalogues.ts";
import { type WordTree, pageWords } from "./page-words.ts";

const source = fileURLToPath(new URL("../", import.meta.url));

/** Every module of the client that a light page is made of, also what it fetches later. */
function modulesOf(entry: string, but = "", found = new Map<string, string>()): Map<string, string> {
  if (found.has(entry) || entry === but) return found;
  const text = readFileSync(entry, "utf8");
  found.set(entry, text);
  for (const [statement, path = ""] of text.matchAll(/(?:from |import |import\()"(\.[^"]+\.tsx?)"/g)) {
    const file = join(dirname(entry), path);
    // The catalogues are what is chosen from.
    if (statement && existsSync(file) && !file.includes("/i18n/")) modulesOf(file, but, found);
  }
  return found;
}

/** The paths of all texts of a catalogue; of one in the plural, the path that the code names. */
function pathsOf(node: unknown, path = ""): string[] {
  if (typeof node !== "object" || node === null) return [path.replace(/_(one|other)$/, "")];
  return Object.entries(node).flatMap(([key, value]) => pathsOf(value, path ? `${path}.${key}` : key));
}

const tags = [...catalogues.keys()];
const swedish = catalogues.get("sv");
if (!swedish) throw new Error("expected Swedish");

const blocks = Object.keys(swedish).join("|");
const literal = new RegExp(`["'\`]((?:${blocks})\\.[\\w.]*)(\\$\\{[^}]*\\})?([\\w.]*)`, "g");

/** What a module asks for: a word, or all words that begin in one way where the rest is found out as it runs. */
function asked(text: string): { begin: string; whole: boolean }[] {
  return [...text.matchAll(literal)].map(([, begin = "", rest]) => ({ begin, whole: rest === undefined }));
}

/** Those of its paths that some module asks for. */
function wantedOf(texts: WordTree, modules: Map<string, string>): string[] {
  const wanted = [...modules.values()].flatMap(asked);
  return pathsOf(texts).filter((path) =>
    wanted.some(({ begin, whole }) =>
      whole ? path === begin || path.startsWith(`${begin}.`) : path.startsWith(begin),
    ),
  );
}

const pages = (["report", "accessibility"] as const).map((page) => ({
  page,
  modules: modulesOf(join(source, `app/${page}-main.tsx`)),
}));

describe("the words of the light pages", () => {
  it("are looked for in every part of the report form", () => {
    const files = [...(pages[0]?.modules.keys() ?? [])].map((file) => file.slice(source.length));
    expect(files).toEqual(
      expect.arrayContaining([
        "reports/form/pick-map.tsx",
        "reports/receipt-qr.tsx",
        "reports/outbox/waiting-page.tsx",
        "app/failed-page.tsx",
      ]),
    );
  });

  it.each(pages.flatMap((page) => tags.map((language) => ({ ...page, language }))))(
    "are all there for $page in $language",
    ({ page, modules, language }) => {
      const has = new Set(pathsOf(pageWords(page, language)));
      const wanted = wantedOf(swedish, modules);
      const missing = wanted.filter((path) => !has.has(path));
      expect(wanted.length).toBeGreaterThan(page === "report" ? 150 : 50);
      expect(missing).toEqual([]);
    },
  );

  it.each(tags)("leave out what only the desk says in %s", (language) => {
    const words = pageWords("report", language);
    expect(words).not.toHaveProperty("imports");
    expect(words).not.toHaveProperty("releases");
  });
});

describe("the words of the pages that residents see", () => {
  const modules = modulesOf(join(source, "app/main.tsx"), join(source, "desk/desk-page.tsx"));

  it.each([...catalogues])("are a language's own, and never left to its fallback: %s", (_, words) => {
    const has = new Set(pathsOf(words));
    expect(wantedOf(swedish, modules).filter((path) => !has.has(path))).toEqual([]);
  });
});
