/** What a reader of public figures must know, in the languages of the product. */
import type { Words } from "@trygg/shared/place/schema.ts";
import { MIN_DWELLINGS } from "@trygg/shared/releases/rule.ts";
import type { ReleaseKind } from "@trygg/shared/releases/schema.ts";
import type { Town } from "../place/town.ts";

const caveats: Record<ReleaseKind, Words[]> = {
  reports: [
    {
      sv: "Rapporterad otrygghet är hur människor känner. Den säger inte hur farlig en plats är.",
      "sv-simple": "Siffrorna visar vad folk känner. De visar inte hur farlig en plats är.",
      en: "Reported unease is how people feel. It does not tell how dangerous a place is.",
    },
    {
      sv: "Den som vill har rapporterat. Det är inget slumpmässigt urval.",
      "sv-simple": "Den som vill har svarat. Vi har inte valt ut vilka vi frågar.",
      en: "Those who wanted to have reported. It is not a random sample.",
    },
    {
      sv: "Siffrorna är skyddade: få röster döljs, ett litet slumptal läggs till och antalet visas som ett spann.",
      "sv-simple":
        "Vi skyddar siffrorna. Är det få röster visar vi dem inte. Vi ändrar talet lite. Vi säger ungefär hur många.",
      en: "The figures are protected: few voices are hidden, a small random number is added and the count is told as a range.",
    },
    {
      sv: "Ett område byter spann först när många röster har kommit eller gått, senast efter ett år.",
      "sv-simple": "Vi ändrar inte talet förrän många nya röster har kommit, eller efter ett år.",
      en: "An area changes its range only when many voices have come or gone, after a year at the latest.",
    },
    {
      sv: "En telefon eller dator som har rapporterat under två kalenderår kan räknas två gånger.",
      "sv-simple": "Vi kan räkna samma mobil två gånger, om den har svarat två olika år.",
      en: "A phone or computer that has reported in two calendar years may count twice.",
    },
  ],
  presence: [
    {
      sv: "Närvaro är tid på plats. Den säger inte att en plats är trygg.",
      "sv-simple": "Du ser hur länge vuxna har varit här. En plats blir inte alltid trygg av det.",
      en: "Presence is time on site. It does not say that a place is safe.",
    },
    {
      sv: "Siffrorna är minst en vecka gamla och visas som spann.",
      "sv-simple": "Siffrorna är minst en vecka gamla. Vi säger ungefär hur länge.",
      en: "The figures are at least a week old and told as ranges.",
    },
  ],
};

const fewDwellings: Words = {
  sv: `Områden där någon men färre än ${MIN_DWELLINGS} hushåll bor visas aldrig.`,
  "sv-simple": `Bor det färre än ${MIN_DWELLINGS} hushåll på en plats visar vi inget.`,
  en: `Areas where somebody but fewer than ${MIN_DWELLINGS} households live are never told.`,
};

/** Where dwellings are known, it is told that they are looked at. */
export function caveatsOf(kind: ReleaseKind, { dwellings }: Pick<Town, "dwellings">): Words[] {
  return kind === "reports" && dwellings.size > 0 ? [...caveats.reports, fewDwellings] : caveats[kind];
}
