/** Lamps and lighting measures as everybody reads them. */
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../api.ts";

export function useLighting() {
  return useQuery(trpc.layers.lighting.queryOptions());
}
