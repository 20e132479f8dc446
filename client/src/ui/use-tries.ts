/**
 * A form's own words instead of the browser's bubbles, which speak the browser's language: nothing is pointed at
 * before the first try to send; then the first field that is wrong has the focus.
 */
import { useEffect, useRef, useState } from "react";

export function useTries() {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>("[aria-invalid], [data-wrong]")?.focus();
  }, [tries]);
  return { form, tried: tries > 0, pointAtWrong: () => setTries(tries + 1), forget: () => setTries(0) };
}
