/** Keeps a signed-in window up to date: what the server says has changed is fetched again. */
import type { Topic } from "@trygg/shared/live.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { client, trpc } from "../api.ts";

/** Whose answers depend on a topic. */
const dependents: Record<Topic, readonly (readonly string[])[]> = {
  reports: [
    trpc.reports.pathKey(),
    trpc.patrols.gaps.pathKey(),
    trpc.lighting.need.pathKey(),
    trpc.promise.pathKey(),
  ],
  patrols: [trpc.patrols.pathKey(), trpc.promise.pathKey()],
  measures: [trpc.measures.pathKey(), trpc.layers.lighting.pathKey(), trpc.promise.pathKey()],
  lighting: [trpc.lighting.pathKey(), trpc.layers.lighting.pathKey(), trpc.imports.pathKey()],
  place: [trpc.place.pathKey(), trpc.imports.pathKey()],
  promise: [trpc.promise.pathKey()],
  releases: [["releases"], trpc.layers.pathKey(), trpc.lagesbild.pathKey()],
  accounts: [trpc.accounts.pathKey()],
} as unknown as Record<Topic, readonly (readonly string[])[]>;

export function useLive(signedIn: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!signedIn) return;
    const subscription = client.accounts.changes.subscribe(undefined, {
      onData: ({ data }) => {
        for (const queryKey of dependents[data.topic]) void queries.invalidateQueries({ queryKey });
      },
    });
    return () => subscription.unsubscribe();
  }, [signedIn, queries]);
}
