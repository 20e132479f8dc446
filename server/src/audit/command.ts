/** `pnpm trygg audit verify`: says whether the log of staff is whole, and where it is not. */
import type { AuditFault } from "@trygg/shared/audit/schema.ts";
import type { Services } from "../context.ts";
import { StartRefusal } from "../refusal.ts";
import { verifyAudit } from "./verify.ts";

export const auditUsage =
  "audit verify [<checksum written down earlier>]   follow the log of staff entry by entry; prints its newest checksum";

const words: Record<AuditFault["what"], (id: number) => string> = {
  changed: (id) => `entry ${id} was changed, or put in between`,
  missing: (id) => `entries are missing from ${id} on`,
  beginning: (id) => `the beginning, after entry ${id}, was not moved by the retention`,
  end: (id) => `the newest entries are missing, from ${id} on`,
  written: (id) => `entry ${id} with the checksum that was given is not in the log`,
};

export async function runAudit(services: Services, [action, written]: string[]): Promise<void> {
  if (action !== "verify") throw new StartRefusal(`audit: expected verify, got "${action ?? ""}"`);
  const { entries, checksum, fault } = await verifyAudit(services, written);
  console.log(
    fault
      ? `${words[fault.what](fault.id)}; ${entries} entries before it are whole, to checksum ${checksum}`
      : `${entries} entries, all whole; newest checksum ${checksum}`,
  );
  if (fault) process.exitCode = 1;
}
