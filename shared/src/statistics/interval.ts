/** How far an estimate may lie from what it estimates: normal, or Student's t where its spread was estimated too. */
// oxlint-disable-next-line typescript/triple-slash-reference -- it has no types to import; these reach whoever reads this file
/// <reference path="./jstat.d.ts" />
import jstat from "jstat";

const { normal, studentt } = jstat.jStat;

/** The share of estimates whose interval holds the truth. */
const LEVEL = 0.95;
const UPPER = (1 + LEVEL) / 2;

/** Standard errors between the estimate and either end of its 95 % interval. */
export const reachOf = (df = Infinity) =>
  df === Infinity ? normal.inv(UPPER, 0, 1) : studentt.inv(UPPER, df);

/** How often chance alone gives an estimate at least so many standard errors from none, either way. */
export const chanceOf = (errors: number, df = Infinity) =>
  2 * (df === Infinity ? normal.cdf(-Math.abs(errors), 0, 1) : studentt.cdf(-Math.abs(errors), df));

/** Standard errors from which on an effect is seen with 80 % power at the 5 % level: 2.802. */
export const SEEN = reachOf() + normal.inv(0.8, 0, 1);
