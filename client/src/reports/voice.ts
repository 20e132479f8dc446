/**
 * The random secret that lets this browser be one voice. It says nothing about the person; the server never stores it,
 * and clearing the browser makes a new voice.
 */
const KEY = "voice";

export function readVoice(): string | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept) return kept;
    const made = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
      byte.toString(16).padStart(2, "0"),
    ).join("");
    localStorage.setItem(KEY, made);
    return made;
  } catch {
    // Storage is closed here: the report counts as a voice of its own.
    return undefined;
  }
}
