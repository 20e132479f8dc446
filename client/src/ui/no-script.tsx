/** What only those without script get. In the browser it is left out: a button in it would be the one that Enter presses. */
import type { ReactNode } from "react";

export function NoScript({ children }: { children: ReactNode }) {
  return <noscript>{typeof document === "undefined" ? children : null}</noscript>;
}
