/**
 * Finds places by what people type: any case, with or without å, ä, ö, words in any order, begun or whole, and with
 * one slip in a word: a letter too many, too few, wrong, or two that have changed places.
 */

export interface Searchable {
  name: string;
  /** Other words that it is found by, such as its name in another language. */
  alias?: string;
}

export interface Search<T> {
  /** Those whose names hold every typed word, the closest first. */
  find(query: string, most?: number): T[];
}

/**
 * What a typed word costs by how it fits a word of a name. They are added over the typed words, so that one slip weighs
 * more than all better fits together.
 */
const cost = { whole: 0, begun: 1, within: 16, slipped: 256, none: 0xffff } as const;

/** More words than a name has are a mistake, or an attack. */
const MOST_WORDS = 12;

/** Words shorter than this differ from too many others by one letter. */
const SHORTEST_SLIPPED = 4;
const SHORTEST_WITHIN = 3;

/** Entries are told apart by their order where they fit equally well: names of few words first, then by the alphabet. */
export function openSearch<T extends Searchable>(entries: readonly T[]): Search<T> {
  const ordered = entries
    .map((entry) => ({ entry, count: wordsOf(entry.name).length }))
    .sort((a, b) => a.count - b.count || swedish.compare(a.entry.name, b.entry.name))
    .map(({ entry }) => entry);
  const vocabulary = readVocabulary(ordered);

  function costsOf(typed: string): Uint16Array {
    const costs = new Uint16Array(ordered.length).fill(cost.none);
    const letters = lettersOf(typed);
    for (const [word, { letters: held, entries: holders }] of vocabulary) {
      // At most one typed letter may be missing from a word that fits: far quicker than to compare the words.
      const missing = letters & ~held;
      if ((missing & (missing - 1)) !== 0) continue;
      const fit = fitOf(typed, word);
      if (fit === cost.none) continue;
      for (const holder of holders) costs[holder] = Math.min(costs[holder] ?? cost.none, fit);
    }
    return costs;
  }

  return {
    find(query, most = 8) {
      const columns = typedWords(query).map(costsOf);
      if (columns.length === 0) return [];
      const best: { entry: T; total: number }[] = [];
      for (const [index, entry] of ordered.entries()) {
        const total = columns.reduce((sum, costs) => sum + (costs[index] ?? cost.none), 0);
        const worst = best.length < most ? cost.none : (best.at(-1)?.total ?? cost.none);
        if (total >= worst) continue;
        // Behind those that fit as well: they come first in order.
        const place = best.findIndex((other) => other.total > total);
        best.splice(place === -1 ? best.length : place, 0, { entry, total });
        best.length = Math.min(best.length, most);
      }
      return best.map(({ entry }) => entry);
    },
  };
}

const swedish = new Intl.Collator("sv", { numeric: true });

interface Word {
  letters: number;
  /** Indexes of the entries that hold it. */
  entries: number[];
}

function readVocabulary(entries: readonly Searchable[]): Map<string, Word> {
  const vocabulary = new Map<string, Word>();
  for (const [index, { name, alias = "" }] of entries.entries())
    for (const text of new Set(wordsOf(`${name} ${alias}`))) {
      const word = vocabulary.get(text) ?? { letters: lettersOf(text), entries: [] };
      word.entries.push(index);
      vocabulary.set(text, word);
    }
  return vocabulary;
}

/** Which letters a word holds, one bit each; some share a bit, so that a letter may seem to be there which is not. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

function fitOf(typed: string, word: string): number {
  if (word.startsWith(typed)) return word.length === typed.length ? cost.whole : cost.begun;
  if (word.includes(typed) && (typed.length >= SHORTEST_WITHIN || isNumber(word))) return cost.within;
  return isSlip(typed, word) ? cost.slipped : cost.none;
}

/** Whether what was typed becomes the word, or its beginning, by mending one slip. */
export function isSlip(typed: string, word: string): boolean {
  // Another number is another lamp, however near.
  if (word.length < SHORTEST_SLIPPED || /\d/.test(typed)) return false;
  if (typed.length < Math.min(SHORTEST_SLIPPED, word.length - 1)) return false;
  let same = 0;
  while (same < typed.length && typed[same] === word[same]) same += 1;
  const rest = typed.slice(same + 1);
  return (
    word.startsWith(rest, same + 1) ||
    word.startsWith(rest, same) ||
    word.startsWith(typed.slice(same), same + 1) ||
    (typed[same] === word[same + 1] &&
      typed[same + 1] === word[same] &&
      word.startsWith(typed.slice(same + 2), same + 2))
  );
}

const isNumber = (word: string) => /^\d+$/.test(word);

/** What people say round the names of two streets that meet. */
const GLUE = new Set("hornet hornan korsningen av och vid mot corner crossing of and the".split(" "));

/** The words to look for: those between the names only where nothing else was typed. */
function typedWords(query: string): string[] {
  const words = [...new Set(wordsOf(query))];
  const telling = words.filter((word) => !GLUE.has(word));
  return (telling.length > 0 ? telling : words).slice(0, MOST_WORDS);
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(/æ/g, "a")
    .replace(/ø/g, "o")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
