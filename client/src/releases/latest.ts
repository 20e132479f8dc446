/** The latest releases as the public reads them: small index first, then files that never change. */
import {
  type LatestReleases,
  type PatrolCoverage,
  type ReasonTable,
  type ReleaseManifest,
  type UnsafePlaces,
  latestReleases,
  patrolCoverage,
  reasonTable,
  releaseIndex,
  unsafePlaces,
} from "@trygg/shared/releases/schema.ts";
import { PATROL_COVERAGE, REASONS, UNSAFE_PLACES } from "@trygg/shared/releases/file-names.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { z } from "zod";

const latest = queryOptions({
  queryKey: ["releases", "latest"],
  queryFn: (): Promise<LatestReleases> => readJson("/releases/latest.json", latestReleases),
  staleTime: 60_000,
});

export function useLatestReleases() {
  return useQuery(latest);
}

export interface Released<T> {
  manifest: ReleaseManifest;
  content: T;
}

export const useUnsafePlaces = () => useReleased<UnsafePlaces>("reports", UNSAFE_PLACES, unsafePlaces);
export const useReasons = () => useReleased<ReasonTable>("reports", REASONS, reasonTable);
export const usePatrolCoverage = () =>
  useReleased<PatrolCoverage>("presence", PATROL_COVERAGE, patrolCoverage);

/** Every release that was made, the latest first. */
export function useAllReleases() {
  return useQuery({
    queryKey: ["releases", "index"],
    queryFn: () => readJson("/releases/index.json", releaseIndex),
  });
}

/** The figures of areas in one release, which may be an older one; nothing is fetched where there is none. */
export function useUnsafePlacesOf(release: string | undefined) {
  return useQuery({
    queryKey: ["releases", release, UNSAFE_PLACES],
    queryFn: () => readJson(`/releases/${release}/${UNSAFE_PLACES}`, unsafePlaces),
    enabled: release !== undefined,
    staleTime: Infinity,
  });
}

/** A file of the latest release of a kind; null while none has been made. */
function useReleased<T>(kind: keyof LatestReleases, file: string, schema: z.ZodType<T>) {
  const index = useQuery(latest);
  const manifest = index.data?.[kind] ?? null;
  const content = useQuery({
    queryKey: ["releases", manifest?.id, file],
    queryFn: () => readJson(`/releases/${manifest?.id}/${file}`, schema),
    enabled: manifest !== null,
    staleTime: Infinity,
  });
  const released: Released<T> | null = manifest && content.data ? { manifest, content: content.data } : null;
  return {
    released,
    isPending: index.isPending || (manifest !== null && content.isPending),
    isError: index.isError || content.isError,
    none: index.isSuccess && manifest === null,
    retry: () => void (index.isError ? index.refetch() : content.refetch()),
  };
}

/** Reads a public file and checks its shape. */
export async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: expected status 200, got ${response.status}`);
  return schema.parse(await response.json());
}
