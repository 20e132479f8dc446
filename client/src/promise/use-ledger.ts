/** The ledger of the year: live for staff, as of the last release for everybody else. */
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../api.ts";

export function useLedger(year?: number) {
  return useQuery(trpc.promise.ledger.queryOptions(year === undefined ? undefined : { year }));
}
