/** Day or dusk: chosen here, or following the device. */
import { useSyncExternalStore } from "react";
import { writeChoice } from "./cookie.ts";
import { useMedia } from "./media.ts";

export type Theme = "day" | "night";

const listeners = new Set<() => void>();

function readTheme(): Theme | null {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === "day" || chosen === "night" ? chosen : null;
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
  writeChoice("theme", theme);
  for (const listener of listeners) listener();
}

export function useTheme(): Theme {
  const chosen = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    readTheme,
    () => null,
  );
  const deviceIsDark = useMedia("(prefers-color-scheme: dark)");
  return chosen ?? (deviceIsDark ? "night" : "day");
}
