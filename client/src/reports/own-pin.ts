/** Where this tab's visitor has just reported. It lives as long as the tab and is never sent anywhere. */
import { keepInTab, readFromTab } from "../ui/tab-storage.ts";

const KEY = "own-pin";

export function keepOwnPin(at: { lng: number; lat: number }): void {
  keepInTab(KEY, at);
}

export function readOwnPin(): { lng: number; lat: number } | null {
  const kept = readFromTab(KEY);
  if (typeof kept !== "object" || kept === null || !("lng" in kept) || !("lat" in kept)) return null;
  const [lng, lat] = [Number(kept.lng), Number(kept.lat)];
  return Number.isFinite(lng) && Number.isFinite(lat) ? { lng, lat } : null;
}
