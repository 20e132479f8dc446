/** The outbox as a page sees it: tried when the page opens, when the network is back and now and then, and read anew. */
import { useEffect, useState } from "react";
import { deliverAll, onChange } from "./deliver.ts";
import { type KeptReport, listKept } from "./kept.ts";

/** The browser does not always notice that the network is back. */
const TRY_AGAIN_MS = 15_000;

/** Everything that the person is to be told of, oldest first. */
export function useOutbox(): KeptReport[] {
  const [kept, setKept] = useState<KeptReport[]>([]);
  useEffect(() => {
    let waiting = 0;
    const read = async () => {
      const all = await listKept();
      waiting = all.filter(({ state }) => state === "waiting").length;
      setKept(all);
    };
    // The tabs are told, this one among them.
    const tryAll = () => void deliverAll();
    const tryWhenSeen = () => {
      if (document.visibilityState === "visible") tryAll();
    };
    const again = setInterval(() => {
      if (waiting > 0) tryAll();
    }, TRY_AGAIN_MS);
    const stopListening = onChange(() => void read());
    void read().then(tryAll);
    window.addEventListener("online", tryAll);
    document.addEventListener("visibilitychange", tryWhenSeen);
    return () => {
      clearInterval(again);
      stopListening();
      window.removeEventListener("online", tryAll);
      document.removeEventListener("visibilitychange", tryWhenSeen);
    };
  }, []);
  return kept.filter((each) => each.state !== "waiting" || !each.hushed);
}
