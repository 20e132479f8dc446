/** What runs beside the requests, in threads of its own: pure work on values that are handed over, by name. */
import { computeLevels, computeLight } from "@trygg/shared/lighting/level.ts";
import { findHotSpots } from "@trygg/shared/statistics/hot-spots.ts";
import { densityAlongStreets } from "@trygg/shared/statistics/network-density.ts";
import { suggestSites } from "../lighting/suggest/job.ts";
import { findWhatGivesAway } from "../releases/attack/findings.ts";

export const jobs = {
  findWhatGivesAway,
  findHotSpots,
  densityAlongStreets,
  computeLight,
  computeLevels,
  suggestSites,
};
