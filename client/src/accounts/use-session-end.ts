/** Notices, from any answer of the server, that the session has ended: from then on nobody is signed in. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { trpc } from "../api.ts";
import { codeOf } from "../ui/error-words.ts";

export function useSessionEnd(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const notice = (error: unknown) => {
      if (codeOf(error) === "notSignedIn") queries.setQueryData(trpc.accounts.me.queryKey(), null);
    };
    const stops = [
      queries.getQueryCache().subscribe((event) => {
        if (event.type === "updated" && event.action.type === "error") notice(event.action.error);
      }),
      queries.getMutationCache().subscribe((event) => {
        if (event.type === "updated" && event.action.type === "error") notice(event.action.error);
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [queries]);
}
