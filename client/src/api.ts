/** The procedures of the server, typed from end to end. */
import { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@trygg/server/router.ts";

const url = "/trpc";

export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === "subscription",
      true: httpSubscriptionLink({ url }),
      // Everything as POST, so that no input ever stands in an address. What is long goes alone: a batch waits for its
      // last answer, and is only left as a whole.
      false: splitLink({
        condition: ({ context }) => context["alone"] === true,
        true: httpLink({ url, methodOverride: "POST" }),
        false: httpBatchLink({ url, methodOverride: "POST", maxItems: 10 }),
      }),
    }),
  ],
});

export const queryClient = new QueryClient({
  defaultOptions: {
    // Without a network a call fails at once and in words; by default it would wait in silence until there is one.
    queries: {
      networkMode: "always",
      refetchOnReconnect: true,
      retry: 1,
      staleTime: 15_000,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: "always" },
  },
});

export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

/** What a route beside the procedures refused, in the shape of their errors, so that the same words are found for it. */
export class RouteFailure extends Error {
  readonly data: { error: string };

  constructor({ code, message }: { code: string; message: string }) {
    super(message);
    this.name = "RouteFailure";
    this.data = { error: code };
  }

  static async of(response: Response): Promise<RouteFailure> {
    const { error } = (await response.json()) as { error: { message: string; data: { error: string } } };
    return new RouteFailure({ code: error.data.error, message: error.message });
  }
}
