/** Every word of the app in every language; too much for the light page of the report form, which gets a part of it. */
import type { Language } from "./index.ts";
import en from "./en.json";
import sv from "./sv.json";

export const catalogues: Record<Language, typeof sv> = { sv, en };
