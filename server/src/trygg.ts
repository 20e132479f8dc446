/** The operator's command line: `pnpm trygg <verb>`. Joins a running private server through its socket, or starts it. */
import { parseArgs } from "node:util";
import { role } from "@trygg/shared/accounts/schema.ts";
import { z } from "zod";
import { addAccount } from "./accounts/add.ts";
import { resetCredentials } from "./accounts/change.ts";
import { pathOf } from "./accounts/links.ts";
import { findAccount } from "./accounts/store.ts";
import { auditUsage, runAudit } from "./audit/command.ts";
import type { Services } from "./context.ts";
import { openStore } from "./database/open.ts";
import { importFile, importUsage } from "./imports/command.ts";
import { checkPlace, placeTable } from "./place/check.ts";
import { Refusal, StartRefusal } from "./refusal.ts";
import { fileProposal } from "./releases/propose.ts";
import { publishRelease } from "./releases/publish.ts";
import { openServices } from "./services.ts";
import { type Settings, readSettings } from "./settings.ts";

/** A verb that runs alone starts no PostgreSQL. */
type Verb = { usage: string } & (
  | { run(services: Services, args: string[], settings: Settings): Promise<void> }
  | { runAlone(settings: Settings, args: string[]): void }
);

const verbs: Record<string, Verb> = {
  audit: { usage: auditUsage, run: runAudit },
  import: { usage: importUsage, run: importFile },
  place: {
    usage: "place check   measure the drawn map against the positions that public pages state",
    runAlone({ place }, [action]) {
      if (action !== "check") throw new StartRefusal(`place: expected check, got "${action ?? ""}"`);
      const checked = checkPlace(place);
      console.log(placeTable(checked));
      if (checked.some(({ ok }) => !ok)) process.exitCode = 1;
    },
  },
  release: {
    usage: "release [reports|presence]   make a release, or propose one outside a demonstration",
    async run(services, [kind]) {
      const kinds = z
        .array(z.enum(["reports", "presence"]))
        .safeParse(kind ? [kind] : ["reports", "presence"]);
      if (!kinds.success) throw new StartRefusal(`release: expected reports or presence, got "${kind}"`);
      for (const each of kinds.data) {
        if (services.demonstration) {
          const { id } = await publishRelease(services, each);
          console.log(`published ${id}`);
        } else {
          await fileProposal(services, each, null);
          console.log(`proposed a release of ${each}: a coordinator with the right to approve publishes it`);
        }
      }
    },
  },
  user: {
    usage:
      "user add <e-mail> <role> [--name <name>] [--approve]   add an account; prints the link of its invitation\n" +
      "  pnpm trygg user reset <e-mail>   for a lost password or second factor; prints a link to choose anew",
    async run(services, args, settings) {
      const { positionals, values } = parseArgs({
        args,
        allowPositionals: true,
        options: { name: { type: "string" }, approve: { type: "boolean" } },
      });
      const [action, email = "", given = ""] = positionals;
      const site = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
      const addressOf = (link: { token: string }) => new URL(pathOf(link), site).href;
      if (action === "reset") {
        const account = await findAccount(services.db, email);
        if (!account) throw new StartRefusal(`user: expected the e-mail of an account, got "${email}"`);
        const link = await resetCredentials(services, account.id);
        console.log(`${email} chooses a new password, once and within 24 hours: ${addressOf(link)}`);
        return;
      }
      const known = role.safeParse(given);
      if (action !== "add" || !z.email().safeParse(email).success || !known.success)
        throw new StartRefusal(
          `user: expected add <e-mail> <${role.options.join("|")}>, or reset <e-mail>, got "${positionals.join(" ")}"`,
        );
      const link = await addAccount(services, {
        email,
        role: known.data,
        name: values.name ?? email,
        mayApprove: values.approve ?? false,
      });
      console.log(
        `${email} (${known.data}) chooses a password, once and within 24 hours: ${addressOf(link)}`,
      );
    },
  },
};

async function main([name = "", ...args]: string[]): Promise<void> {
  const verb = verbs[name];
  if (!verb) {
    const usages = Object.values(verbs).map(({ usage }) => `  pnpm trygg ${usage}`);
    throw new StartRefusal(`expected a verb${name ? `, got "${name}"` : ""}:\n${usages.join("\n")}`);
  }
  const settings = readSettings(process.env);
  if ("runAlone" in verb) return verb.runAlone(settings, args);
  const store = await openStore(settings);
  try {
    const services = await openServices(store, settings, console);
    try {
      await verb.run(services, args, settings);
    } finally {
      services.issuer?.close();
      await services.afterwards.finished();
      await services.changes.close();
    }
  } finally {
    await store.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(
    error instanceof StartRefusal ||
      error instanceof Refusal ||
      (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS")
      ? (error as Error).message
      : error,
  );
  process.exit(1);
});
