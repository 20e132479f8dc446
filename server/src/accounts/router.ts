/** Signing in and out, somebody's own account, everybody's for administrators, and the stream that tells windows what has changed. */
import {
  account,
  accountInput,
  addAccountInput,
  beginFactorInput,
  changeAccountInput,
  changePasswordInput,
  confirmFactorInput,
  disableAccountInput,
  factorConfirmed,
  factorShown,
  linkFound,
  linkInput,
  madeLink,
  me,
  mine,
  otherWay,
  roles,
  signInInput,
  signedIn,
  openLinkInput,
} from "@trygg/shared/accounts/schema.ts";
import { liveEvent } from "@trygg/shared/live.ts";
import { tracked } from "@trpc/server";
import { z } from "zod";
import {
  type RequestContext,
  holderProcedure,
  publicProcedure,
  router,
  staffProcedure,
} from "../procedure.ts";
import { addAccount } from "./add.ts";
import { type Admitted, meOf } from "./admit.ts";
import { audit } from "../audit/audit.ts";
import { changeAccount, disableAccount, resetAccount } from "./change.ts";
import { changePassword, requirePassword } from "./change-password.ts";
import { followChanges } from "./follow.ts";
import { readLink, openLink } from "./links.ts";
import { listAccounts } from "./list.ts";
import { readMine } from "./mine.ts";
import { beginSecondFactor, confirmSecondFactor } from "./second-factor.ts";
import { closeSession, closeSessionsOf } from "./session.ts";
import { signIn } from "./sign-in.ts";

const admins = ["admin"] as const;
const audited = { log: "audited" } as const;

/** Puts what opens the session where scripts cannot reach it, and answers the rest. */
function enter<Who extends Admitted["me"]>(
  ctx: RequestContext,
  { token, device, me: who }: Admitted<Who>,
): Who {
  ctx.setSessionToken(token);
  ctx.setDevice(device);
  return who;
}

export const accountsRouter = router({
  signIn: publicProcedure(audited)
    .input(signInInput)
    .output(signedIn)
    .mutation(async ({ ctx, input }) => enter(ctx, await signIn(ctx, input, ctx))),

  signOut: publicProcedure()
    .output(z.null())
    .mutation(async ({ ctx }) => {
      const open = ctx.session ?? ctx.enrolling;
      if (open) await closeSession(ctx, open);
      ctx.setSessionToken(null);
      return null;
    }),

  me: publicProcedure()
    .output(me.nullable())
    .query(({ ctx }) => ctx.session && meOf(ctx, ctx.session)),

  /** Who else signs staff in; null where nobody does. */
  otherWay: publicProcedure()
    .output(otherWay.nullable())
    .query(({ ctx: { issuer } }) => issuer && { name: issuer.setting.name, open: issuer.isUp() }),

  readLink: publicProcedure()
    .input(linkInput)
    .output(linkFound)
    .query(({ ctx, input }) => readLink(ctx, input.token)),

  openLink: publicProcedure(audited)
    .input(openLinkInput)
    .output(signedIn)
    .mutation(async ({ ctx, input }) => enter(ctx, await openLink(ctx, input))),

  beginSecondFactor: holderProcedure()
    .input(beginFactorInput)
    .output(factorShown)
    .mutation(async ({ ctx, input }) => {
      // An open window alone must not be able to take an account over.
      if (ctx.session) await requirePassword({ ...ctx, session: ctx.session }, input.password ?? "");
      return beginSecondFactor(ctx, ctx.holder);
    }),

  confirmSecondFactor: holderProcedure(audited)
    .input(confirmFactorInput)
    .output(factorConfirmed)
    .mutation(async ({ ctx, input }) => {
      const { me: who, token, recoveryCodes } = await confirmSecondFactor(ctx, ctx.holder, input.code);
      ctx.setSessionToken(token);
      return { me: who, recoveryCodes };
    }),

  mine: staffProcedure(roles)
    .output(mine)
    .query(({ ctx }) => readMine(ctx)),

  changePassword: staffProcedure(roles, audited)
    .input(changePasswordInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      const { token, device } = await changePassword(ctx, input);
      ctx.setSessionToken(token);
      ctx.setDevice(device);
      return null;
    }),

  signOutEverywhere: staffProcedure(roles, audited)
    .output(z.null())
    .mutation(async ({ ctx }) => {
      await closeSessionsOf(ctx, ctx.session.accountId);
      await audit(ctx, "accounts.signOutEverywhere", {});
      ctx.setSessionToken(null);
      return null;
    }),

  list: staffProcedure(admins)
    .output(z.array(account))
    .query(({ ctx }) => listAccounts(ctx)),

  add: staffProcedure(admins, audited)
    .input(addAccountInput)
    .output(madeLink)
    .mutation(async ({ ctx, input }) => {
      const { id, ...link } = await addAccount(ctx, input);
      await audit(ctx, "accounts.add", { account: id, role: input.role, mayApprove: input.mayApprove });
      return link;
    }),

  change: staffProcedure(admins, audited)
    .input(changeAccountInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await changeAccount(ctx, input);
      return null;
    }),

  disable: staffProcedure(admins, audited)
    .input(disableAccountInput)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await disableAccount(ctx, input);
      return null;
    }),

  /** For somebody who has lost password or second factor. */
  reset: staffProcedure(admins, audited)
    .input(accountInput)
    .output(madeLink)
    .mutation(({ ctx, input }) => resetAccount(ctx, input.id)),

  /** Says what kind of thing has changed, until the session ends. */
  changes: staffProcedure(roles).subscription(async function* ({
    ctx,
    signal = new AbortController().signal,
  }) {
    for await (const event of followChanges(ctx, signal))
      yield tracked(`${event.topic}-${event.version}`, liveEvent.parse(event));
  }),
});
