/** Something that a node holds in memory: read at start, and again when another node tells that it has changed. */
export interface Held<T> {
  now(): T;
  reload(): Promise<void>;
}

export async function hold<T>(load: () => Promise<T>): Promise<Held<T>> {
  let held = await load();
  let reading: Promise<void> = Promise.resolve();
  return {
    now: () => held,
    reload() {
      // One after the other: a slow reading of an older state must not overwrite a newer one.
      const before = reading;
      reading = (async () => {
        await before.catch(() => undefined);
        held = await load();
      })();
      return reading;
    },
  };
}
