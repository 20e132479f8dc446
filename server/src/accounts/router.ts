/** Signing in and out, who one is, and the stream that tells signed-in windows what has changed. */
import { me, roles, signInInput } from "@trygg/shared/accounts/schema.ts";
import { liveEvent } from "@trygg/shared/live.ts";
import { tracked } from "@trpc/server";
import { z } from "zod";
import { publicProcedure, router, staffProcedure } from "../procedure.ts";
import { followChanges } from "./follow.ts";
import { mayApprove } from "./may-approve.ts";
import { closeSession } from "./session.ts";
import { signIn } from "./sign-in.ts";

export const accountsRouter = router({
  signIn: publicProcedure({ log: "audited" })
    .input(signInInput)
    .output(me)
    .mutation(async ({ ctx, input }) => {
      const opened = await signIn(ctx, input, ctx.network);
      ctx.setSessionToken(opened.token);
      return opened.me;
    }),

  signOut: publicProcedure()
    .output(z.null())
    .mutation(async ({ ctx }) => {
      if (ctx.session) await closeSession(ctx, ctx.session);
      ctx.setSessionToken(null);
      return null;
    }),

  me: publicProcedure()
    .output(me.nullable())
    .query(({ ctx: { session, town } }) =>
      session ? { role: session.role, name: session.name, mayApprove: mayApprove(session, town) } : null,
    ),

  /** Says what kind of thing has changed, until the session ends. */
  changes: staffProcedure(roles).subscription(async function* ({
    ctx,
    signal = new AbortController().signal,
  }) {
    for await (const event of followChanges(ctx, signal))
      yield tracked(`${event.topic}-${event.version}`, liveEvent.parse(event));
  }),
});
