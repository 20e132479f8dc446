// Checks that imports run one way, and says where code that runs against it should go.
//
//   client: app → desk → layers → features → map → place → ui → shared
//   server: main → http → routers → verbs → store → database → shared
//
// A type may be imported against the direction: it leaves no trace in what runs.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Lower floors of the client know nothing of higher ones; every other folder of `client/src` is a feature. */
const floors = { app: 7, desk: 6, layers: 5, map: 3, place: 2, ui: 1, i18n: 0 };
const FEATURES = 4;

/** Files of the server that may speak to PostgreSQL. */
const isStorage = (path) =>
  /^server\/src\/.*\/(store|table|filter-sql)\.ts$/.test(path) || path.startsWith("server/src/database/");
/** Where requests come in and programs begin. */
const isHttp = (path) => path.startsWith("server/src/http/") || path === "server/src/main.ts";
const isRouter = (path) => /^server\/src\/(.*\/)?(router|procedure)\.ts$/.test(path);
const isForTests = (path) => /\.test\.tsx?$/.test(path) || /^server\/(src\/testing|bench)\//.test(path);

/** Each rule names what is wrong with one import of one file, or nothing. */
const rules = [
  function sharedStandsAlone({ path, from }) {
    if (!path.startsWith("shared/")) return;
    if (from.startsWith("@trygg/") || from.startsWith("client/") || from.startsWith("server/"))
      return "shared imports nothing of ours: move what both sides need into shared";
    if (from.startsWith("node:"))
      return "shared does no input or output: pass the value in from server or client";
  },
  function clientSeesTypesOfServer({ path, from, type }) {
    if (!path.startsWith("client/src/") || !from.startsWith("server/") || type) return;
    return "the client imports only types of the server: what both need belongs in shared";
  },
  function serverStandsAlone({ path, from }) {
    if (path.startsWith("server/") && (from.startsWith("client/") || from.startsWith("data/")))
      return "the server imports no code of client or data: what both need belongs in shared";
  },
  function dataStandsAlone({ path, from }) {
    if (path.startsWith("data/") && (from.startsWith("client/") || from.startsWith("server/")))
      return "data imports no code but shared: move it there";
  },
  function clientRunsDownwards({ path, from, type }) {
    const [here, there] = [floorOf(path), floorOf(from)];
    if (type || here === undefined || there === undefined || there <= here) return;
    return `${nameOf(path)} lies below ${nameOf(from)}: pass it in as a value, or move it down`;
  },
  function storageIsApart({ path, from, type }) {
    if (!/^(drizzle-orm|pg)(\/|$)/.test(from) || isStorage(path) || isForTests(path) || type) return;
    if (path.startsWith("server/"))
      return "only store.ts, table.ts, filter-sql.ts and database/ speak to PostgreSQL: move the query into the store of its noun";
    return "only the server speaks to PostgreSQL";
  },
  function verbsKnowNoTransport({ path, from }) {
    if (!path.startsWith("server/src/") || isHttp(path) || isForTests(path)) return;
    if (/^(fastify|@fastify\/)/.test(from) || from.startsWith("server/src/http/"))
      return "only http/ and main.ts know HTTP: return a value or throw a Refusal, and let http/ answer";
    if (from.startsWith("@trpc/") && !isRouter(path))
      return "only routers and http/ know tRPC: keep the verb a plain function and call it from the router";
  },
  function routersCallVerbs({ path, from, type }) {
    if (!isRouter(path) || type || !isStorage(from)) return;
    return "a router calls verbs, not stores: put a verb between them";
  },
  function storesKnowNoVerbs({ path, from, type }) {
    if (!isStorage(path) || isForTests(path) || type || !from.startsWith("server/src/")) return;
    if (isStorage(from) || /\/(refusal|root|settings)\.ts$/.test(from)) return;
    return "a store knows tables only: pass the value in from the verb";
  },
];

function floorOf(path) {
  const folder = /^client\/src\/([^/]+)\//.exec(path)?.[1];
  return folder === undefined ? undefined : (floors[folder] ?? FEATURES);
}

const nameOf = (path) => path.split("/").slice(0, 3).join("/");

/** Every broken rule as one line. `files` holds text by path from the root. */
export function findViolations(files) {
  return [...files].flatMap(([path, text]) =>
    importsOf(path, text).flatMap((each) =>
      rules.flatMap((rule) => {
        const wrong = rule(each);
        return wrong ? [`${path} imports ${each.from}: ${wrong}`] : [];
      }),
    ),
  );
}

/** What a file imports: packages by name, our own files by path from the root. */
function importsOf(path, text) {
  const found = [];
  const statement = /^\s*(?:import|export)\s+(type\s+)?((?:[^"';]*?\s+from\s+)?)["']([^"']+)["']/gm;
  for (const [, typeOnly, names = "", from] of text.matchAll(statement))
    found.push({ path, from: resolve(path, from), type: typeOnly !== undefined || allTypes(names) });
  for (const [, from] of text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g))
    found.push({ path, from: resolve(path, from), type: false });
  return found;
}

/** `{ type A, type B } from`. */
function allTypes(names) {
  const inside = /^\s*\{([^}]*)\}\s*from\s*$/.exec(names)?.[1];
  const list = inside?.split(",").map((name) => name.trim()) ?? [];
  const given = list.filter((name) => name !== "");
  return given.length > 0 && given.every((name) => name.startsWith("type "));
}

function resolve(path, from) {
  if (from.startsWith(".")) return normalize(join(dirname(path), from));
  return from.replace(/^@trygg\/(shared|server|client|data)\//, "$1/src/").replace(/^data\/src\//, "data/");
}

/** The text of every source file of the four packages. */
function readSources() {
  const folders = ["client/src", "server/src", "server/bench", "shared/src", "data"];
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes("node_modules"))
      .map((file) => `${folder}/${file}`),
  );
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const violations = findViolations(readSources());
  for (const line of violations) console.error(line);
  process.exit(violations.length > 0 ? 1 : 0);
}
