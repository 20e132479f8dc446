/** The light on the ground as lamps stand and as they are tried out, computed here and now. */
import { useQuery } from "@tanstack/react-query";
import { squareAt } from "@trygg/shared/geo/square.ts";
import { gridOfSquares, lightOver, reaches } from "@trygg/shared/lighting/level.ts";
import type { Lamp } from "@trygg/shared/lighting/schema.ts";
import { type LightGiven, lampHourAt, sourceOf } from "@trygg/shared/lighting/source-of.ts";
import { type Grid, addLight, rasterOf } from "@trygg/shared/photometry/raster.ts";
import type { LightSource } from "@trygg/shared/photometry/source.ts";
import { clockInstant } from "@trygg/shared/time/clock.ts";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { trpc } from "../../api.ts";
import { useClock } from "../../clock/use-clock.ts";
import { useView } from "../../map/use-view.ts";
import { useTown } from "../../place/town.tsx";
import { remember } from "../../ui/remember.ts";
import { type Tried, useTryOut } from "./try-out.ts";

type Basis = inferOutput<typeof trpc.lighting.basis>;

/** Cells of the picture of the whole centre at most. */
const MOST_CELLS = 160_000;

const nothing: Tried = {};

/** The area that is looked at closely, if one is selected. */
export function useLitArea() {
  const { areas } = useTown();
  const { selected } = useView();
  return areas.find(({ id }) => id === selected);
}

/** The instant that the clock stands for. */
export function useLightInstant(): number {
  const { place } = useTown();
  const { hour, month, year } = useClock();
  return clockInstant({ hour, month }, year, place.timeZone);
}

export function useLamps() {
  return useQuery(trpc.lighting.lamps.queryOptions());
}

export function useBasis() {
  return useQuery({ ...trpc.lighting.basis.queryOptions(), staleTime: 60_000 });
}

export interface Light {
  grid: Grid;
  lux: Float32Array;
  /** 1 for the cells of the squares that it is about. */
  shown: Uint8Array;
  /** Whether lamps burn at the clock's hour. */
  burning: boolean;
}

/** Lux over the selected area, or over the whole centre; undefined until what it is computed with is there. */
export function useLight(): Light | undefined {
  const { areas, place } = useTown();
  const area = useLitArea();
  const lamps = useLamps().data;
  const basis = useBasis().data;
  const tried = useTryOut().draft?.lamps ?? nothing;
  const { burning, hour } = lampHourAt(useLightInstant(), place);
  if (!lamps || !basis) return undefined;
  const { grid, shown } = gridOf(areas, area?.id);
  const still = lightOfStill(lamps, Object.keys(tried).join(" "), basis, burning, hour, grid);
  return asOne(grid, withTried(still, tried, basis, burning, hour, grid), shown, burning);
}

/** The same for as long as nothing changes, so that whoever draws it knows. */
const asOne = remember((grid: Grid, lux: Float32Array, shown: Uint8Array, burning: boolean): Light => ({
  grid,
  lux,
  shown,
  burning,
}));

const gridOf = remember((areas: readonly { id: string; squares: string[] }[], id: string | undefined) => {
  const area = areas.find((each) => each.id === id);
  const squares = area?.squares ?? areas.flatMap((each) => each.squares);
  const grid = area ? gridOfSquares(squares) : gridOfSquares(squares, MOST_CELLS);
  const held = new Set(squares);
  const shown = rasterOf(grid).map((_, cell) => {
    const east = grid.east + ((cell % grid.width) + 0.5) * grid.step;
    const north = grid.north + (Math.floor(cell / grid.width) + 0.5) * grid.step;
    return held.has(squareAt({ east, north })) ? 1 : 0;
  });
  return { grid, shown: Uint8Array.from(shown) };
});

const givenBy = remember((basis: Basis, burning: boolean, hour: number | null): LightGiven => ({
  lighting: basis.lighting,
  luminaires: new Map(basis.luminaires.map(({ id, distribution }) => [id, distribution])),
  clock: { burning, hour },
}));

function sourcesOf(lamps: readonly Lamp[], given: LightGiven, grid: Grid): LightSource[] {
  return lamps.flatMap((lamp) => {
    const source = sourceOf(lamp, given);
    return source && reaches(source, grid) ? source : [];
  });
}

/** All lamps but those that are tried out elsewhere: they stay as they are while one is dragged. */
const lightOfStill = remember(
  (
    lamps: readonly Lamp[],
    tried: string,
    basis: Basis,
    burning: boolean,
    hour: number | null,
    grid: Grid,
  ): Float32Array => {
    const moving = new Set(tried.split(" "));
    const still = lamps.filter(({ id }) => !moving.has(id));
    return lightOver(grid, sourcesOf(still, givenBy(basis, burning, hour), grid));
  },
);

const withTried = remember(
  (
    still: Float32Array,
    tried: Tried,
    basis: Basis,
    burning: boolean,
    hour: number | null,
    grid: Grid,
  ): Float32Array => {
    const lux = still.slice();
    for (const source of sourcesOf(Object.values(tried), givenBy(basis, burning, hour), grid))
      addLight(lux, grid, source);
    return lux;
  },
);
