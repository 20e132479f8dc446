/** What the attacks on privacy stand on, and what each of them says. */
import type { Services } from "../../context.ts";
import type { Random } from "../../demonstration/random.ts";
import type { Calls } from "../calls.ts";

export interface Ground extends Calls {
  services: Services;
  /** Rows of a query in plain SQL. */
  rows<T extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<T[]>;
  /** Moves the clock, to noon of a local day. */
  setDay(day: string): void;
  /** Calls of a second node on the same store. */
  openOther(): Promise<Calls>;
  random: Random;
}

/** What an attack found. It names what was tried and how often it got anywhere. */
export interface Finding {
  tried: number;
  /** How often something was found out; the bar is 0. */
  found: number;
  [figure: string]: number | string;
}
