/** What the server gives the page of the report form and the receipt; the browser takes it over from there. */
import type { Boot } from "@trygg/shared/boot.ts";
import type { NamedPlace } from "@trygg/shared/place/schema.ts";
import type { Language } from "../i18n/index.ts";
import type { FormState } from "./form/report-form.tsx";
import type { ReceiptState } from "./receipt-view.tsx";

export type ReportShown =
  | { kind: "form"; form: FormState }
  | { kind: "thanks"; receipt: string }
  /** Only in the browser: the report lies in its outbox. */
  | { kind: "waiting"; clientKey: string }
  | { kind: "receipt"; receipt: ReceiptState };

export interface ReportPageProps {
  language: Language;
  boot: Boot;
  places: NamedPlace[];
  shown: ReportShown;
}
