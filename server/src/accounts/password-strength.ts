/** Refuses a new password that is among the first that are guessed: common ones, patterns, and what is known of the account. */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";

/** zxcvbn's third of four: more than 10⁸ guesses. */
const LEAST_SCORE = 3;
/** The time to judge grows with the square of the length; what comes after cannot make a password weaker. */
const JUDGED = 64;

const judge = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** `known`: words that somebody who guesses would try first, such as name and e-mail. */
export function requireStrong({ town }: Services, password: string, known: (string | null)[]): void {
  const words = ["trygghet", "trygghetskartan", town.place.id, ...known.flatMap((each) => each ?? [])];
  const parts = words.flatMap((word) => [word, ...word.split(/[\s@.]+/)]).filter((word) => word !== "");
  if (judge.check(password.slice(0, JUDGED), parts).score < LEAST_SCORE)
    throw new Refusal("weakPassword", "expected a password that is harder to guess");
}
