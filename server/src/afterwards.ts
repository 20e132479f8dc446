/** Work that an answer need not wait for. Pieces for the same key are done one after the other. */
export interface Afterwards {
  begin(key: string, work: () => Promise<unknown>): void;
  /** Waits until nothing is under way for a key, or at all. */
  finished(key?: string): Promise<void>;
}

/** `failed` hears of work that failed, once for each piece. */
export function openAfterwards(failed: (error: unknown) => void): Afterwards {
  const underWay = new Map<string, Promise<void>>();
  return {
    begin(key, work) {
      const before = underWay.get(key) ?? Promise.resolve();
      const ended = before
        .then(async () => void (await work()))
        .catch(failed)
        .finally(() => {
          if (underWay.get(key) === ended) underWay.delete(key);
        });
      underWay.set(key, ended);
    },
    async finished(key) {
      if (key !== undefined) return underWay.get(key);
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}
