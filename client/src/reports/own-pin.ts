/** Where this tab's visitor has just reported. It lives as long as the tab and is never sent anywhere. */
const KEY = "own-pin";

export function keepOwnPin(at: { lng: number; lat: number }): void {
  sessionStorage.setItem(KEY, JSON.stringify(at));
}

export function readOwnPin(): { lng: number; lat: number } | null {
  const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  if (typeof kept !== "object" || kept === null || !("lng" in kept) || !("lat" in kept)) return null;
  return { lng: Number(kept.lng), lat: Number(kept.lat) };
}
