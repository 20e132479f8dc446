/** Who is signed in, and signing out. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { trpc } from "../api.ts";

export function useMe() {
  const queries = useQueryClient();
  const { data, isPending } = useQuery({ ...trpc.accounts.me.queryOptions(), staleTime: 60_000 });
  const { mutateAsync } = useMutation(trpc.accounts.signOut.mutationOptions());
  return {
    me: data ?? null,
    isPending,
    async signOut() {
      await mutateAsync();
      // Nothing that only staff may see stays in memory.
      queries.clear();
      location.assign("/");
    },
  };
}
