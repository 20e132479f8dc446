/** The reason of a status, as one sentence in every language of the product. */

/** Each reason with the values that its sentence needs. */
export interface Reasons {
  nothingReleased: Record<string, never>;
  nothingYet: Record<string, never>;
  notBegun: { from: string };
  countReached: { count: number; target: number };
  countOnTrack: { count: number; target: number; low: number; high: number };
  countBehind: { count: number; target: number; pace: number; rate: number };
  countMissed: { count: number; target: number };
  monthsKept: { kept: number; total: number };
  monthsMissed: { kept: number; missed: number; total: number };
  rhythmKept: { last: string; everyDays: number };
  rhythmLost: { last: string; days: number; everyDays: number };
  reachedOn: { date: string };
  notReached: { to: string };
  measureDone: Record<string, never>;
  measureUnderWay: Record<string, never>;
  measureDecided: Record<string, never>;
  measureOnlyIdea: Record<string, never>;
  noMeasure: Record<string, never>;
  moreVoices: { now: number; before: number };
  fewerVoices: { now: number; before: number };
  nothingToCompare: Record<string, never>;
}
export type ReasonKey = keyof Reasons;
export type Because = { [K in ReasonKey]: { key: K; values: Reasons[K] } }[ReasonKey];

export type Language = "sv" | "en";

const locales: Record<Language, string> = { sv: "sv-SE", en: "en-GB" };

const number = (value: number, language: Language) =>
  value.toLocaleString(locales[language], { maximumFractionDigits: 1 });

/** "10 november 2026" for an ISO day. */
const day = (date: string, language: Language) =>
  new Intl.DateTimeFormat(locales[language], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(Date.parse(`${date}T00:00:00Z`));

const sentences: Record<
  Language,
  { [K in ReasonKey]: (values: Reasons[K], n: (v: number) => string, d: (date: string) => string) => string }
> = {
  sv: {
    nothingReleased: () => "Inget är publicerat ännu.",
    nothingYet: () => "Inget är inlagt ännu.",
    notBegun: ({ from }, _, d) => `Perioden börjar ${d(from)}.`,
    countReached: ({ count, target }, n) => `${n(count)} är gjorda. Löftet var minst ${n(target)}.`,
    countOnTrack: ({ count, target, low, high }, n) =>
      `${n(count)} av ${n(target)}. I samma takt blir det ${n(low)}–${n(high)} när perioden slutar.`,
    countBehind: ({ count, target, pace, rate }, n) =>
      `${n(count)} av ${n(target)}. Det behövs ${n(pace)} i veckan för att hinna. Hittills har det varit ${n(rate)}.`,
    countMissed: ({ count, target }, n) => `Det blev ${n(count)} av ${n(target)} när perioden slutade.`,
    monthsKept: ({ kept, total }, n) => `${n(kept)} av ${n(total)} månader hittills är hållna.`,
    monthsMissed: ({ kept, missed, total }, n) =>
      `${n(kept)} av ${n(total)} månader hittills är hållna. ${n(missed)} är ${missed === 1 ? "missad" : "missade"}.`,
    rhythmKept: ({ last, everyDays }, n, d) =>
      `Senast ${d(last)}. Det ska ske minst var ${n(everyDays)}:e dag.`,
    rhythmLost: ({ last, days, everyDays }, n, d) =>
      `Senast ${d(last)}, för ${n(days)} dagar sedan. Det ska ske minst var ${n(everyDays)}:e dag.`,
    reachedOn: ({ date }, _, d) => `Klart ${d(date)}.`,
    notReached: ({ to }, _, d) => `Inget var inlagt när perioden slutade ${d(to)}.`,
    measureDone: () => "Åtgärden är klar.",
    measureUnderWay: () => "Åtgärden pågår.",
    measureDecided: () => "Åtgärden är beslutad, men har inte börjat.",
    measureOnlyIdea: () => "Det finns bara en idé. Inget är beslutat.",
    noMeasure: () => "Ingen åtgärd är inlagd ännu.",
    moreVoices: ({ now, before }, n) => `${n(now)} röster i år mot ${n(before)} samma månader i fjol.`,
    fewerVoices: ({ now, before }, n) => `${n(now)} röster i år mot ${n(before)} samma månader i fjol.`,
    nothingToCompare: () => "Det finns ännu inget släpp från samma månader i fjol att jämföra med.",
  },
  en: {
    nothingReleased: () => "Nothing has been published yet.",
    nothingYet: () => "Nothing has been recorded yet.",
    notBegun: ({ from }, _, d) => `The period begins on ${d(from)}.`,
    countReached: ({ count, target }, n) =>
      `${n(count)} have been done. The promise was at least ${n(target)}.`,
    countOnTrack: ({ count, target, low, high }, n) =>
      `${n(count)} of ${n(target)}. At the same pace it will be ${n(low)}–${n(high)} when the period ends.`,
    countBehind: ({ count, target, pace, rate }, n) =>
      `${n(count)} of ${n(target)}. It takes ${n(pace)} a week to get there. So far it has been ${n(rate)}.`,
    countMissed: ({ count, target }, n) => `It was ${n(count)} of ${n(target)} when the period ended.`,
    monthsKept: ({ kept, total }, n) => `${n(kept)} of ${n(total)} months so far have been kept.`,
    monthsMissed: ({ kept, missed, total }, n) =>
      `${n(kept)} of ${n(total)} months so far have been kept. ${n(missed)} ${missed === 1 ? "was" : "were"} missed.`,
    rhythmKept: ({ last, everyDays }, n, d) =>
      `Last on ${d(last)}. It should happen at least every ${n(everyDays)} days.`,
    rhythmLost: ({ last, days, everyDays }, n, d) =>
      `Last on ${d(last)}, ${n(days)} days ago. It should happen at least every ${n(everyDays)} days.`,
    reachedOn: ({ date }, _, d) => `Done on ${d(date)}.`,
    notReached: ({ to }, _, d) => `Nothing had been recorded when the period ended on ${d(to)}.`,
    measureDone: () => "The measure is done.",
    measureUnderWay: () => "The measure is under way.",
    measureDecided: () => "The measure has been decided, but has not begun.",
    measureOnlyIdea: () => "There is only an idea. Nothing has been decided.",
    noMeasure: () => "No measure has been recorded yet.",
    moreVoices: ({ now, before }, n) =>
      `${n(now)} voices this year against ${n(before)} in the same months last year.`,
    fewerVoices: ({ now, before }, n) =>
      `${n(now)} voices this year against ${n(before)} in the same months last year.`,
    nothingToCompare: () => "There is no release yet from the same months last year to compare with.",
  },
};

export const reasonKeys = Object.keys(sentences.sv) as [ReasonKey, ...ReasonKey[]];

/** The sentence of a reason. */
export function becauseSentence(because: Because, language: Language): string {
  // One cast for the correlated union: key and values always come from the same member.
  const sentence = sentences[language][because.key] as (
    values: Because["values"],
    n: (value: number) => string,
    d: (date: string) => string,
  ) => string;
  return sentence(
    because.values,
    (value) => number(value, language),
    (date) => day(date, language),
  );
}
