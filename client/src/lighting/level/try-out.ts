/** Lamps as somebody tries them out: moved or added, and nothing of it stored until it is saved. */
import type { LngLat } from "@trygg/shared/geo/sweref.ts";
import { type Lamp, UNKNOWN_OWNER, untoldLight } from "@trygg/shared/lighting/schema.ts";
import { draftWork } from "../../ui/draft-work.tsx";

export type Tried = Readonly<Record<string, Lamp>>;

export interface TryOut {
  /** Lamps that stand elsewhere than in the register, and new ones, by id. */
  lamps: Tried;
  /** What they were before each step, the latest last. */
  past: readonly Tried[];
}

const nothing: TryOut = { lamps: {}, past: [] };

export const { Provider: TryOutProvider, useWork: useTryOut } = draftWork<TryOut>(
  ({ lamps }) => Object.keys(lamps).length > 0,
);

/** One that is only tried, and not in the register. */
export const isNew = ({ id }: Pick<Lamp, "id">) => id.startsWith("new-");

/** A step that can be taken back. */
export function begun(tried: TryOut | null): TryOut {
  const { lamps, past } = tried ?? nothing;
  return { lamps, past: [...past, lamps] };
}

export function movedTo(tried: TryOut | null, lamp: Lamp, at: LngLat): TryOut {
  const { lamps, past } = tried ?? nothing;
  return { past, lamps: { ...lamps, [lamp.id]: { ...lamp, at } } };
}

/** The town's usual lamp, and the id that it has while it is tried. */
export function addedAt(tried: TryOut | null, at: LngLat, today: string): { id: string; tried: TryOut } {
  const before = begun(tried);
  const id = `new-${before.past.length}`;
  const lamp: Lamp = {
    id,
    at,
    area: null,
    height: null,
    flux: null,
    ...untoldLight,
    owner: UNKNOWN_OWNER,
    status: "working",
    statusSince: today,
    statusSource: "Prov i Ljusnivå",
  };
  return { id, tried: movedTo(before, lamp, at) };
}

/** Null where nothing is left to take back. */
export function takenBack({ past }: TryOut): TryOut | null {
  const lamps = past.at(-1);
  return lamps && past.length > 1 ? { lamps, past: past.slice(0, -1) } : null;
}
