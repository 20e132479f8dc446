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
  settings: [trpc.place.settings.pathKey(), trpc.releases.due.pathKey(), trpc.accounts.me.pathKey()],
  promise: [trpc.promise.pathKey()],
  releases: [["releases"], trpc.releases.pathKey(), trpc.layers.pathKey(), trpc.lagesbild.pathKey()],
  accounts: [trpc.accounts.pathKey()],
  exports: [trpc.exports.pathKey()],
} as unknown as Record<Topic, readonly (readonly string[])[]>;

/** How long after the stream has ended it is asked for again. */
const AGAIN_MS = 3000;

export function useLive(signedIn: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!signedIn) return;
    const fetchAgain = (topic: Topic) => {
      for (const queryKey of dependents[topic]) void queries.invalidateQueries({ queryKey });
    };
    let heardBefore = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    let subscription = follow();
    function follow() {
      return client.accounts.changes.subscribe(undefined, {
        onStarted() {
          // Nobody tells what has changed while the line was down.
          if (heardBefore) for (const topic of Object.keys(dependents)) fetchAgain(topic as Topic);
          heardBefore = true;
        },
        onData: ({ data }) => fetchAgain(data.topic),
        onStopped: followAgain,
        onError: followAgain,
      });
    }
    function followAgain() {
      // The session may be what has ended.
      fetchAgain("accounts");
      clearTimeout(again);
      again = setTimeout(() => {
        subscription.unsubscribe();
        subscription = follow();
      }, AGAIN_MS);
    }
    return () => {
      clearTimeout(again);
      subscription.unsubscribe();
    };
  }, [signedIn, queries]);
}
