/** How much light is wanted for at places where people have said that they feel unsafe in the dark. */
import { smoothRates } from "../statistics/empirical-bayes.ts";

/**
 * Expected unsafe passages at each place: those who pass there in the dark, in thousands, times the share of voices among
 * them, drawn towards the mean where few pass. What is reported is never multiplied by who passes: that would count
 * them twice. Where nobody has counted who passes, the voices, drawn towards their mean in the same way.
 */
export function demandOf(voices: readonly number[], footfall: readonly number[] | null): number[] {
  const bases = footfall ?? voices.map(() => 1);
  return smoothRates(voices, bases).map(({ rate }, place) => rate * (bases[place] ?? 0));
}
