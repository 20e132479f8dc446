/** The reason of a status: a key with the values that its sentence needs, and the sentence in Swedish. */

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
  measureLate: { to: string };
  noMeasure: Record<string, never>;
  moreVoices: { now: number; before: number };
  fewerVoices: { now: number; before: number };
  nothingToCompare: Record<string, never>;
}
export type ReasonKey = keyof Reasons;
export type Because = { [K in ReasonKey]: { key: K; values: Reasons[K] } }[ReasonKey];

const number = (value: number) => value.toLocaleString("sv-SE", { maximumFractionDigits: 1 });

/** "10 november 2026" for an ISO day. */
const day = (date: string) =>
  new Intl.DateTimeFormat("sv-SE", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(Date.parse(`${date}T00:00:00Z`));

const sentences: {
  [K in ReasonKey]: (values: Reasons[K], n: (v: number) => string, d: (date: string) => string) => string;
} = {
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
  measureLate: ({ to }, _, d) => `Åtgärden väntas bli klar först ${d(to)}.`,
  noMeasure: () => "Ingen åtgärd är inlagd ännu.",
  moreVoices: ({ now, before }, n) => `${n(now)} röster i år mot ${n(before)} samma månader i fjol.`,
  fewerVoices: ({ now, before }, n) => `${n(now)} röster i år mot ${n(before)} samma månader i fjol.`,
  nothingToCompare: () => "Det finns ännu inget publicerat från samma månader i fjol att jämföra med.",
};

export const reasonKeys = Object.keys(sentences) as [ReasonKey, ...ReasonKey[]];

/** The sentence of a reason, in Swedish; a page says the same by its key in the language that it shows. */
export function becauseSentence(because: Because): string {
  // One cast for the correlated union: key and values always come from the same member.
  const sentence = sentences[because.key] as (
    values: Because["values"],
    n: (value: number) => string,
    d: (date: string) => string,
  ) => string;
  return sentence(because.values, number, day);
}
