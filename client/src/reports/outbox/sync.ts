/** The service worker of the report form: it opens the form without a network and sends what waits when the tab is closed. */
import { OUTBOX } from "./deliver.ts";

/** Only the form's own pages: everything else is fetched as if there were none. */
const SCOPE = "/rapportera";

interface SyncManager {
  register(tag: string): Promise<void>;
}

export function startServiceWorker(): void {
  if (!("serviceWorker" in navigator)) return;
  // Where it is refused, the form works as before, with a network.
  navigator.serviceWorker.register("/sw.js", { scope: SCOPE, updateViaCache: "none" }).catch(() => undefined);
}

/** Asks the browser to wake the service worker when the network is back, where it can. */
export function askForSync(): void {
  if (!("serviceWorker" in navigator)) return;
  void navigator.serviceWorker.getRegistration(SCOPE).then((registration) => {
    const { sync } = (registration ?? {}) as { sync?: SyncManager };
    return sync?.register(OUTBOX).catch(() => undefined);
  });
}
