/** How hard a text is to read. */

export interface Readability {
  /** Björnsson's läsbarhetsindex: words in a sentence, and how many of a hundred have more than six letters. */
  lix: number;
  wordsInSentence: number;
  /** Words of more than eighteen letters. */
  longest: string[];
}

const WORD = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu;

/** Of sentences and of whatever stands by itself as one. */
export function readabilityOf(texts: readonly string[]): Readability {
  const sentences = texts
    .flatMap((text) => text.split(/[.!?:]+(?:\s|$)/))
    .map((sentence) => sentence.match(WORD) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const wordsInSentence = words.length / sentences.length;
  const long = words.filter((word) => word.length > 6);
  return {
    lix: wordsInSentence + (100 * long.length) / words.length,
    wordsInSentence,
    longest: words.filter((word) => word.length > 18),
  };
}
