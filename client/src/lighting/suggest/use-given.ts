/** What the view says of a suggestion: the hour that lamps burn as, and what counts. */
import type { SuggestInput } from "@trygg/shared/siting/schema.ts";
import { useView } from "../../map/use-view.ts";
import { useLightHour } from "../need/use-need.ts";

export function useGiven(): Pick<SuggestInput, "hour" | "weights"> {
  const hour = useLightHour();
  const { need } = useView();
  return { weights: need.weights, ...(hour ? { hour } : {}) };
}
