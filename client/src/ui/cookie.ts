/** The two things a browser remembers for the product: language and theme. They say nothing about the person. */

/** Keeps a choice for a year, so that the server can answer in it from the first byte. */
export function writeChoice(name: "language" | "theme", value: string): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // The Cookie Store API is not in every browser that people use.
  document.cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}
