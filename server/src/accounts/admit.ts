/** Lets somebody in: opens the session, writes it to the log and says who they are. */
import type { Me, SignedIn } from "@trygg/shared/accounts/schema.ts";
import { appendEntry } from "../audit/append.ts";
import type { Services } from "../context.ts";
import { markDevice } from "./devices.ts";
import { mayApprove } from "./may-approve.ts";
import { openSession } from "./session.ts";
import type { Account } from "./store.ts";

/** `token` and `device` are for their cookies only. */
export interface Admitted<Who extends Me = Me> {
  token: string;
  device: string;
  me: Who;
}

/** Outside a demonstration, who has no second factor may do nothing but enrol one. */
export async function admit(
  services: Services,
  account: Account,
  action: string,
): Promise<Admitted<SignedIn>> {
  const mustEnrol = !services.demonstration && account.identity === null && account.factor === null;
  const token = await openSession(services, account.id, mustEnrol);
  await appendEntry(services, {
    at: new Date(services.now()),
    accountId: account.id,
    role: account.role,
    action,
    details: {},
  });
  return {
    token,
    device: markDevice(services, account),
    me: { ...meOf(services, account), ...(mustEnrol ? { mustEnrol } : {}) },
  };
}

export const meOf = ({ town }: Services, account: Pick<Account, "role" | "name" | "mayApprove">): Me => ({
  role: account.role,
  name: account.name,
  mayApprove: mayApprove(account, town),
});
