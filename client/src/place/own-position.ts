/** Where the browser says that the reader is: asked for only when somebody wants it. */

const WITHIN_MS = 15_000;

/** Rejects where the browser does not know, or may not tell. */
export function findOwnPosition(): Promise<GeolocationCoordinates> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(({ coords }) => resolve(coords), reject, {
      enableHighAccuracy: true,
      timeout: WITHIN_MS,
    });
  });
}
