/** What the form of notes must know, without the shapes: the page stays light. */

/** Fewer characters than this say nothing that somebody could mend. */
export const NOTE_LEAST = 5;
export const NOTE_MOST = 1000;
