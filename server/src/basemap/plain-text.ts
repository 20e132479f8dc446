/** Words from somebody else's file as plain text: attributions come with links in them. */
import { decodeHTML } from "entities";

const LONGEST = 300;

export function plainText(html: string): string {
  const words = decodeHTML(html.replaceAll(/<[^>]*>/g, " "));
  return words.replaceAll(/\s+/g, " ").trim().slice(0, LONGEST);
}

/** The same in every language; null where there are no words. */
export function attributionOf(parts: readonly (string | undefined)[]): { sv: string; en: string } | null {
  const told = [...new Set(parts.map((part) => plainText(part ?? "")))].filter((part) => part !== "");
  const text = told.join(" · ");
  return text === "" ? null : { sv: text, en: text };
}
