/**
 * Opens the report form where there is no network, and sends what waits when its tab is closed. It keeps the form as it
 * comes to everybody and the files that it is built of, and nothing that tells what somebody has done. With a network
 * the page itself always comes from the server, so that a newer form is never hidden.
 */
import { OUTBOX, deliverAll } from "../reports/outbox/deliver.ts";

declare const self: ServiceWorkerGlobalScope;
/** Addresses of the built files, the entry first; a new build has other ones, and so another worker. */
declare const FORM_FILES: readonly string[];

const PAGE = "/rapportera";
const files = FORM_FILES;
const [entry = ""] = files;
const CACHE = `form ${entry}`;
/** The page varies by language and theme; without a network the one that was read last will do. */
const ANY = { ignoreVary: true };

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(clear().then(() => self.clients.claim())));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && pathname === PAGE) event.respondWith(openPage(request));
  else if (files.includes(pathname)) event.respondWith(openFile(request));
});
self.addEventListener("sync", (event) => {
  const { tag, waitUntil } = event as ExtendableEvent & { tag: string };
  if (tag === OUTBOX) waitUntil.call(event, deliver());
});

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([...files]);
  if (!(await keepPage(await fetch(PAGE)))) throw new Error("expected the page of this build");
}

async function clear(): Promise<void> {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
}

/** The page goes with the files that are kept: one of another build would lack its own without a network. */
async function keepPage(page: Response): Promise<boolean> {
  const text = await page.clone().text();
  if (!page.ok || !text.includes(entry)) return false;
  await (await caches.open(CACHE)).put(PAGE, new Response(text, { headers: page.headers }));
  return true;
}

async function openPage(request: Request): Promise<Response> {
  try {
    const page = await fetch(request);
    if (page.status < 500) {
      // A form that was opened for an area is nobody else's.
      if (!new URL(request.url).searchParams.has("area")) void keepPage(page.clone());
      return page;
    }
    return (await caches.match(PAGE, ANY)) ?? page;
  } catch {
    return (await caches.match(PAGE, ANY)) ?? Response.error();
  }
}

async function openFile(request: Request): Promise<Response> {
  return (await caches.match(request, ANY)) ?? fetch(request);
}

/** A sync that fails is asked for again by the browser. */
async function deliver(): Promise<void> {
  const { waiting } = await deliverAll();
  if (waiting > 0) throw new Error("expected every report to be sent");
}
