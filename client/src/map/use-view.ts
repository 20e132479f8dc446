/** The view of the fragment as state: every part of the screen reads it, and changing it changes the address. */
import { useSyncExternalStore } from "react";
import { type View, readView, writeView } from "./view.ts";

const listeners = new Set<() => void>();
let current: { fragment: string; view: View } = { fragment: "", view: readView("") };

function snapshot(): View {
  const fragment = location.hash;
  if (fragment !== current.fragment) current = { fragment, view: readView(fragment) };
  return current.view;
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener("hashchange", changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener("hashchange", changed);
  };
}

/** Changes parts of the view. The address is replaced, so that going back leaves the page and not the last nudge. */
export function changeView(change: Partial<View>): void {
  const fragment = writeView({ ...snapshot(), ...change });
  history.replaceState(
    history.state,
    "",
    `${location.pathname}${location.search}${fragment ? `#${fragment}` : ""}`,
  );
  for (const listener of listeners) listener();
}

export function useView(): View {
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}
