/** The lamp that is being changed, or the one that is looked at, for the panel and for the map beside it. */
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../api.ts";
import { useView } from "../../map/use-view.ts";
import { draftWork } from "../../ui/draft-work.tsx";
import { type LampDraft, changeOf, isTouched } from "./lamp-draft.ts";

export const { Provider: LampWorkProvider, useWork: useLampWork } = draftWork<LampDraft>(isTouched);

/** Nothing is a draft until something in it has changed; a new lamp is one from the first. */
export function useShownLamp() {
  const { draft, setDraft } = useLampWork();
  const { selected } = useView();
  const lamps = useQuery(trpc.lighting.lamps.queryOptions());
  const lamp = lamps.data?.find(({ id }) => id === selected);
  return {
    shown: draft ?? (lamp ? changeOf(lamp) : null),
    change: (next: LampDraft) => setDraft(next.lamp === null || isTouched(next) ? next : null),
  };
}
