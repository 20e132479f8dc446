/** The suggestion that is being worked on: what is asked for, how far the answer is, and the answer. It outlives its panel. */
import type { ChosenSite, SuggestInput, SuggestProgress, Suggestion } from "@trygg/shared/siting/schema.ts";
import { type ReactNode, createContext, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { client } from "../../api.ts";

/** What the planner asks for; the amount as it is typed. */
export interface SuggestAsked {
  by: "kronor" | "count";
  kronor: string;
  count: string;
  area: string;
  pinned: NonNullable<SuggestInput["pinned"]>;
  excluded: NonNullable<SuggestInput["excluded"]>;
}

type Given = Pick<SuggestInput, "hour" | "weights">;

/** The map as a picture, and where in it each site stands, in shares of its width and height. */
export interface MapPicture {
  src: string;
  dots: { x: number; y: number }[];
}

type Camera = () => Promise<MapPicture>;

interface Work {
  asked: SuggestAsked;
  /** What was asked before the last change of what is held or left out; null where there is nothing to undo. */
  before: SuggestAsked | null;
  answer: Suggestion | null;
  /** Null while nothing is under way. */
  progress: SuggestProgress | null;
  error: unknown;
  change(part: Partial<SuggestAsked>): void;
  /** Works it out; with changes of what is held or left out, those first. */
  run(given: Given, change?: Partial<SuggestAsked>): void;
  cancel(): void;
  /** Takes a picture of the map; null where there is none. */
  takePicture(): Promise<MapPicture | null>;
  /** The map brings its camera, and takes it away. */
  setCamera(camera: Camera | null): void;
}

const WorkContext = createContext<Work | null>(null);

const usual: SuggestAsked = {
  by: "kronor",
  kronor: "400 000",
  count: "10",
  area: "",
  pinned: [],
  excluded: [],
};

/** Milliseconds between questions of how far the work is. */
const ASK_EVERY = 400;

export function SuggestWorkProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState(usual);
  const [before, setBefore] = useState<SuggestAsked | null>(null);
  const [answer, setAnswer] = useState<Suggestion | null>(null);
  const [progress, setProgress] = useState<SuggestProgress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef<AbortController | null>(null);
  const camera = useRef<Camera | null>(null);
  const cancel = useCallback(() => {
    stop.current?.abort();
    stop.current = null;
    setProgress(null);
  }, []);
  useEffect(() => cancel, [cancel]);

  const run = useCallback(
    (given: Given, change?: Partial<SuggestAsked>) => {
      const next = { ...asked, ...change };
      setBefore(change ? asked : null);
      setAsked(next);
      stop.current?.abort();
      const own = new AbortController();
      stop.current = own;
      setError(null);
      void askFor(toInput(next, given), own.signal, setProgress, setAnswer)
        .catch((failure: unknown) => {
          if (!own.signal.aborted) setError(failure);
        })
        .finally(() => {
          if (stop.current === own) setProgress(null);
        });
    },
    [asked],
  );
  const value = useMemo(
    (): Work => ({
      asked,
      before,
      answer,
      progress,
      error,
      run,
      cancel,
      takePicture: async () => (await camera.current?.()) ?? null,
      setCamera: (next) => {
        camera.current = next;
      },
      change: (part) => setAsked({ ...asked, ...part }),
    }),
    [asked, before, answer, progress, error, run, cancel],
  );
  return <WorkContext value={value}>{children}</WorkContext>;
}

export function useSuggestWork(): Work {
  const work = use(WorkContext);
  if (!work) throw new Error("nothing is suggested outside the provider of suggestions");
  return work;
}

/** First the answer, and then, while it is read, how steady it is. */
async function askFor(
  input: SuggestInput,
  signal: AbortSignal,
  onProgress: (progress: SuggestProgress) => void,
  onAnswer: (answer: Suggestion) => void,
): Promise<void> {
  for (const stability of [false, true]) {
    const run = crypto.randomUUID();
    // The answer is there already when it is tried.
    const told = ({ stage, done }: SuggestProgress): SuggestProgress =>
      stability ? { stage: "varying", done: stage === "varying" ? done : 0 } : { stage, done };
    onProgress(told({ stage: "waiting", done: 0 }));
    const asking = setInterval(() => {
      void client.lighting.suggestProgress.query({ run }, { signal }).then(
        (progress) => progress && !signal.aborted && onProgress(told(progress)),
        () => undefined,
      );
    }, ASK_EVERY);
    try {
      const options = { signal, context: { alone: true } };
      const answer = await client.lighting.suggest.query({ ...input, stability, run }, options);
      if (!signal.aborted) onAnswer(answer);
    } finally {
      clearInterval(asking);
    }
  }
}

const whole = (typed: string) => Number(typed.replace(/\s/g, ""));

/** Whether the amount is a whole number that can be asked for. */
export function isAmount({ by, kronor, count }: SuggestAsked): boolean {
  const typed = by === "kronor" ? kronor : count;
  return /^\d{1,9}$/.test(typed.replace(/\s/g, "")) && whole(typed) <= (by === "kronor" ? 100_000_000 : 200);
}

function toInput({ by, kronor, count, area, pinned, excluded }: SuggestAsked, given: Given): SuggestInput {
  return {
    budget: by === "kronor" ? { kronor: whole(kronor) } : { count: whole(count) },
    ...(area ? { area } : {}),
    pinned,
    excluded,
    ...given,
  };
}

type Place = Pick<ChosenSite, "at" | "lamp">;

/** Whether what is held or left out concerns a site. */
export const isAt = (one: Place, other: { at: Place["at"]; lamp?: string | null | undefined }): boolean =>
  one.lamp === null
    ? (other.lamp ?? null) === null && one.at.lng === other.at.lng && one.at.lat === other.at.lat
    : one.lamp === other.lamp;

/** What is held when a site is held, moved somewhere or let go, and what is left out when it is. */
export const changes = {
  hold: ({ pinned }: SuggestAsked, { at, lamp, option }: ChosenSite): Partial<SuggestAsked> => ({
    pinned: [...pinned, { at, lamp, option }],
  }),
  letGo: ({ pinned }: SuggestAsked, site: ChosenSite): Partial<SuggestAsked> => ({
    pinned: pinned.filter((each) => !isAt(site, each)),
  }),
  move: ({ pinned }: SuggestAsked, site: ChosenSite, at: ChosenSite["at"]): Partial<SuggestAsked> => ({
    pinned: [...pinned.filter((each) => !isAt(site, each)), { at, lamp: site.lamp, option: site.option }],
  }),
  leaveOut: ({ pinned, excluded }: SuggestAsked, site: ChosenSite): Partial<SuggestAsked> => ({
    pinned: pinned.filter((each) => !isAt(site, each)),
    excluded: [...excluded, { at: site.at, lamp: site.lamp }],
  }),
};
