/** What the server gives the page of accessibility; the browser takes it over from there. */
import type { AccessibilityStatement } from "@trygg/shared/accessibility/schema.ts";
import type { Boot } from "@trygg/shared/boot.ts";
import type { ErrorCode } from "@trygg/shared/errors.ts";
import type { WordTree } from "../i18n/page-words.ts";

export type NoteShown =
  | {
      kind: "form";
      /** As typed; anything may stand in it. */
      page: string;
      text: string;
      /** The text is too short or too long. */
      bad: boolean;
      failure: ErrorCode | "offline" | null;
    }
  | { kind: "thanks" };

export interface AccessibilityPageProps {
  /** Its tag. */
  language: string;
  /** Of that language; those of another are fetched when it is chosen. */
  words: WordTree;
  boot: Boot;
  statement: AccessibilityStatement;
  shown: NoteShown;
}

export const emptyNote: NoteShown = { kind: "form", page: "", text: "", bad: false, failure: null };
