/** Starts the server: reads the settings, opens the store, serves everything, and stops when it is told to. */
import { pino } from "pino";
import type { FastifyInstance } from "fastify";
import { openStore } from "./database/open.ts";
import { openLog } from "./log.ts";
import { StartRefusal } from "./refusal.ts";
import { type Settings, readSettings } from "./settings.ts";

/** Requests under way get this long to finish. */
const STOP_WITHIN_MS = 5000;

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const log = openLog(settings.logLevel, pino.destination({ dest: 2, sync: true }));
  const store = await openStore(settings, `port ${settings.port}`);
  // Read only now: a second start on the same folder is refused before it has read the whole program.
  const [{ createApp }, { keepTidy, openServices }, { offerFirstAdmin, pathOf }] = await Promise.all([
    import("./http/app.ts"),
    import("./services.ts"),
    import("./accounts/links.ts"),
  ]);
  let address: string;
  let firstAdmin: string | null;
  const ends: (() => Promise<void> | void)[] = [() => store.close()];
  try {
    const services = await openServices(store, settings, log);
    ends.unshift(() => services.changes.close());
    ends.unshift(() => services.issuer?.close());
    ends.unshift(() => services.afterwards.finished());
    // What staff ask is answered from memory; whoever asks first should not have to wait for it to be filled.
    await Promise.all([services.columns.reports(), services.columns.presence()]);
    const app = await createApp(services, settings, store, log);
    ends.unshift(() => app.close());
    address = await listen(app, settings);
    ends.unshift(keepTidy(services, log));
    const link = await offerFirstAdmin(services);
    firstAdmin = link && pathOf(link);
  } catch (error) {
    for (const end of ends) await end();
    throw error;
  }
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    for (const end of ends) await end();
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
  const site = settings.publicUrl ?? address;
  console.log(`Trygghetskartan: ${site}`);
  if (firstAdmin)
    console.log(
      `Become its first administrator, once and within 24 hours: ${new URL(firstAdmin, site).href}`,
    );
}

/** Returns where it listens: with PORT=0 the system chooses the port. */
async function listen(app: FastifyInstance, { host, port }: Settings): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE")
      throw new StartRefusal(
        `PORT: expected a free port, but ${port} is in use on ${host}: choose another with PORT=…`,
      );
    if (code === "EACCES")
      throw new StartRefusal(`PORT: expected a port that this user may open, got ${port}`);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      throw new StartRefusal(`HOST: expected an address of this machine, got "${host}"`);
    throw error;
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof StartRefusal ? error.message : error);
  process.exit(1);
});
