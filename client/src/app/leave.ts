/**
 * Leaves for a neutral page and takes along what could be read afterwards: the draft, the receipt, the visitor's own mark,
 * and what was told of earlier reports. A report that was already told to be sent is sent later, in silence. The browser
 * does not go back to the form: its steps are taken out of the history of the tab. What a browser itself keeps of
 * visited addresses no page can remove.
 */
import { hushAll } from "../reports/outbox/deliver.ts";
import { forgetTab } from "../ui/tab-storage.ts";

/** Storage is given this long; the page is already empty then. */
const CLEAR_WITHIN_MS = 250;
/** The page at which Back ends where the form had steps. */
const BEFORE = "/";

let leaving = false;

export function leaveAtOnce(url: string): void {
  if (leaving) return;
  leaving = true;
  document.documentElement.hidden = true;
  document.title = "";
  forgetTab();
  // Where the browser keeps the page itself for Back, it must not come back as it was.
  window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  void clearAndGo(url);
}

async function clearAndGo(url: string): Promise<void> {
  const cleared = Promise.race([hushAll(), wait(CLEAR_WITHIN_MS)]);
  const [, turned] = await Promise.all([cleared, toFirstStep()]);
  // The form may still have written what it held.
  forgetTab();
  if (!turned) return location.replace(url);
  // A step forward from here drops the entries of the steps behind it, which a replacement would leave.
  history.replaceState(null, "", BEFORE);
  location.assign(url);
}

/** Goes to the first entry of this page; false where it is the only one, with none ahead of it. */
async function toFirstStep(): Promise<boolean> {
  const { depth } = (history.state ?? {}) as { depth?: unknown };
  const ahead = "navigation" in window && window.navigation.canGoForward;
  if (typeof depth !== "number" || depth === 0) return ahead;
  const arrived = new Promise<void>((resolve) => {
    window.addEventListener("popstate", () => resolve(), { once: true });
  });
  history.go(-depth);
  await Promise.race([arrived, wait(2 * CLEAR_WITHIN_MS)]);
  return true;
}

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });
