/**
 * Searches among 20,000 made-up places, crossings and lamps, as typed and misspelled, against a plain scan of the same
 * names for the same text.
 */
import { openSearch } from "@trygg/shared/place/search.ts";
import { type Result, median, quantile, rounded } from "./figures.ts";

const ENTRIES = 20_000;
const ROUNDS = 40;
const WARM_UP = 4;

const beginnings =
  "kungs drottning stor lill ny gammel hamn kyrk skol park sjö berg ängs ek björk lind väst öst";
const middles = "holm back mark vad hed näs torps lunda ås vik stens dals";
const endings = "gatan vägen gränd torget stigen allén";

const queries = [
  "k",
  "kungsholm",
  "kungsholmgatan",
  "KUNGSHOLMGATAN",
  "kungholmgatan",
  "kugnsholmgatan",
  "storbackvägen / nymarkgatan",
  "hörnet storbackvagen och nymarkgattan",
  "gatan",
  "lampa 1234",
  "lamp-004321",
  "björknästorget östvikstigen",
  "finns inte alls",
];

export async function measureSearch(): Promise<Result> {
  const entries = inventEntries();
  const plain = entries.map(({ name }) => name.toLowerCase());
  const search = openSearch(entries);
  const took: number[] = [];
  const baseline: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++)
    for (const query of queries) {
      const [ours, scan] = [
        timed(() => search.find(query)),
        timed(() => plain.filter((name) => name.includes(query))),
      ];
      if (round < 0) continue;
      took.push(ours);
      baseline.push(scan);
    }
  return {
    name: "search",
    n: took.length,
    entries: ENTRIES,
    median_ms: rounded(median(took)),
    p99_ms: rounded(quantile(took, 0.99)),
    baseline: rounded(median(baseline)),
    baseline_p99_ms: rounded(quantile(baseline, 0.99)),
    /** How many times as long as the scan. */
    ratio: rounded(median(took) / median(baseline)),
  };
}

function timed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/** Some thousand streets, crossings of neighbours in the list, and lamps for the rest. */
function inventEntries(): { name: string; alias?: string }[] {
  const streets = beginnings
    .split(" ")
    .flatMap((one) =>
      middles.split(" ").flatMap((two) => endings.split(" ").map((three) => one + two + three)),
    );
  const crossings = streets.flatMap((street, index) =>
    [1, 7, 40].map((step) => `${street} / ${streets[(index + step) % streets.length]}`),
  );
  const named = [...streets, ...crossings].map((name) => ({ name }));
  const lamps = Array.from({ length: ENTRIES - named.length }, (_, index) => ({
    name: `lamp-${String(index).padStart(6, "0")}`,
    alias: "lampa",
  }));
  return [...named, ...lamps];
}
