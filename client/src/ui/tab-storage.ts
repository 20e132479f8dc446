/** What a tab remembers until it is closed. Where the browser keeps nothing, nothing is remembered and nothing breaks. */

export function keepInTab(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is closed or full here.
  }
}

/** Null where nothing was kept, or nothing that can be read. */
export function readFromTab(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

export function forgetInTab(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Storage is closed: there is nothing to forget.
  }
}

export function forgetTab(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Storage is closed: there is nothing to forget.
  }
}
