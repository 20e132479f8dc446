/** Asks before the page is left while something typed would be lost; the browser has its own words for it. */
import { useEffect } from "react";

export function useLeaveWarning(typed: boolean): void {
  useEffect(() => {
    if (!typed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [typed]);
}
