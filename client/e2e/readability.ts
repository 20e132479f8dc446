/** How hard a text is to read. */

export interface Readability {
  /** Björnsson's läsbarhetsindex: words in a sentence, and how many of a hundred have more than six letters. */
  lix: number;
  wordsInSentence: number;
  /** Words of more than eighteen letters. */
  longest: string[];
}

const WORD = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;

const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

/** Of sentences and of whatever stands by itself as one, which counts for the index but is no sentence. */
export function readabilityOf(texts: readonly string[]): Readability {
  const parts = texts
    .flatMap((text) => text.split(/(?<=[.!?:])\s/))
    .filter((part) => wordsOf(part).length > 0);
  const words = parts.flatMap(wordsOf).filter((word) => word !== "Trygghetskartan");
  const sentences = parts.filter((part) => /[.!?]$/.test(part)).map((part) => wordsOf(part).length);
  const long = words.filter((word) => word.length > 6);
  return {
    lix: words.length / parts.length + (100 * long.length) / words.length,
    wordsInSentence: sentences.reduce((sum, count) => sum + count, 0) / Math.max(1, sentences.length),
    longest: words.filter((word) => word.length > 18),
  };
}
