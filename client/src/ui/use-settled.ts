/** Whether a value has stayed as it is for some milliseconds: what takes long can wait until then. */
import { useEffect, useState } from "react";

export function useSettled(value: unknown, ms: number): boolean {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return Object.is(settled, value);
}
