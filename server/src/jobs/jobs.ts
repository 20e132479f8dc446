/** What runs beside the requests, in threads of its own: pure work on values that are handed over, by name. */
import { findWhatGivesAway } from "../releases/attack/findings.ts";

export const jobs = { findWhatGivesAway };
