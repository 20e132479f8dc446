/** What the server gives the page of the report form and the receipt; the browser takes it over from there. */
import type { Boot } from "@trygg/shared/boot.ts";
import type { NamedPlace } from "@trygg/shared/place/schema.ts";
import type { Stretch } from "@trygg/shared/place/stretches.ts";
import type { LampsNear } from "@trygg/shared/lighting/near.ts";
import type { Said } from "@trygg/shared/reports/said.ts";
import type { WordTree } from "../i18n/page-words.ts";
import type { FormState } from "./form/report-form.tsx";
import type { ReceiptState } from "./receipt-view.tsx";

export type ReportShown =
  | { kind: "form"; form: FormState }
  /** The town takes no reports; `lost` where one was being sent. */
  | { kind: "closed"; lost: boolean }
  | { kind: "thanks"; receipt: string }
  /** Only in the browser: the report lies in its outbox. */
  | { kind: "waiting"; clientKey: string }
  | { kind: "receipt"; receipt: ReceiptState };

export interface ReportPageProps {
  /** Its tag. */
  language: string;
  /** Of that language; those of another are fetched when it is chosen. */
  words: WordTree;
  boot: Boot;
  places: NamedPlace[];
  stretches: Stretch[];
  /** Of the latest release; null before the first. */
  said: Said | null;
  /** Near the place that a form without script has just sent. */
  lamps?: LampsNear | null;
  /** Where the product is served, as a link from elsewhere begins: `https://host`. */
  address: string;
  shown: ReportShown;
}
