/** The walk that is being drawn: each press on the map leads it on. */
import { useMarking } from "../map/picking.ts";
import { useLogWork } from "../patrols/log-work.tsx";
import { Draft } from "./draft.tsx";

export function Walk() {
  const { draft, setDraft } = useLogWork();
  const walk = draft.by === "line" ? draft : null;
  useMarking(walk && ((at) => setDraft({ ...walk, line: [...walk.line, at] })));
  return walk ? <Draft points={walk.line} /> : null;
}
