/** Who is signed in, and signing out. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { trpc } from "../api.ts";

export function useMe() {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({ ...trpc.accounts.me.queryOptions(), staleTime: 60_000 });
  const { mutateAsync } = useMutation(trpc.accounts.signOut.mutationOptions());
  return {
    /** Null when nobody is signed in, undefined while that is not known: the server may be out of reach. */
    me: data,
    error,
    refetch,
    async signOut() {
      await mutateAsync();
      // Nothing that only staff may see stays in memory.
      queries.clear();
      location.assign("/");
    },
  };
}
