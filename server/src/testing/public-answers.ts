/** The bytes of everything that a resident can read about reports and presence, and what comes with them. */
import { releaseIndex } from "@trygg/shared/releases/schema.ts";
import type { Answer, Calls } from "./calls.ts";

const withoutInput = [
  "layers.unsafePlaces",
  "layers.patrolCoverage",
  "layers.lighting",
  "promise.ledger",
  "measures.public",
  "lagesbild.latest",
  "accounts.me",
];
const queries = ["stortorget", "hamn", "ö", "no such place"];
const pages = ["/", "/loftet", "/lagesbild", "/integritet", "/basemap/land.geojson"];

/** Status, headers and body of each answer, by what was asked. */
export async function readPublic({ send, call }: Calls): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  const keep = (name: string, { status, text, headers }: Answer) => {
    const { date: _date, ...stable } = headers;
    read.set(name, JSON.stringify([status, stable, text]));
  };
  for (const name of withoutInput) {
    keep(`GET ${name}`, await send("GET", `/trpc/${name}`));
    keep(`POST ${name}`, await call(name));
  }
  keep("promise.ledger of the year", await call("promise.ledger", { year: 2026 }));
  for (const query of queries) keep(`place.search ${query}`, await call("place.search", { query }));
  for (const name of ["latest", "index"])
    keep(`/releases/${name}.json`, await send("GET", `/releases/${name}.json`));
  const { releases } = releaseIndex.parse(JSON.parse((await send("GET", "/releases/index.json")).text));
  for (const { id, files } of releases)
    for (const { name } of files)
      for (const encoding of ["identity", "gzip", "br"])
        keep(
          `${id}/${name} ${encoding}`,
          await send("GET", `/releases/${id}/${name}`, undefined, { "accept-encoding": encoding }),
        );
  for (const page of pages) keep(page, await send("GET", page));
  return read;
}

/** What was asked and is answered otherwise than before. */
export const changed = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...after].filter(([name, bytes]) => before.get(name) !== bytes).map(([name]) => name);
