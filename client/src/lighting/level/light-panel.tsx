/** "Ljusnivå": how much light there is in each area at the clock's hour, beside what is wanted, and how it would be. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { type Wanted, shortfalls } from "@trygg/shared/lighting/classes.ts";
import type { AreaLevel, Illuminance } from "@trygg/shared/lighting/illuminance.ts";
import { levelOf } from "@trygg/shared/lighting/level.ts";
import { clockPresets } from "@trygg/shared/time/clock.ts";
import { ChevronLeft, Plus, Save, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useWorker } from "../../accounts/worker.tsx";
import { client, queryClient, trpc } from "../../api.ts";
import { useClockWords } from "../../clock/clock-words.ts";
import { useClock } from "../../clock/use-clock.ts";
import { changeView } from "../../map/use-view.ts";
import { useMiddleOf } from "../../place/middle-of.ts";
import { useNames, useToday } from "../../place/town.tsx";
import { Answer } from "../../ui/answer.tsx";
import { Button } from "../../ui/button.tsx";
import { useErrorWords } from "../../ui/error-words.ts";
import { FiguresTable } from "../../ui/figures-table.tsx";
import { useLocale } from "../../ui/locale.ts";
import { Message } from "../../ui/message.tsx";
import css from "./light-panel.module.css";
import { SketchNote } from "../sketch-note.tsx";
import { addedAt, isNew, takenBack, useTryOut } from "./try-out.ts";
import { useBasis, useLight, useLightInstant, useLitArea } from "./use-light.ts";

const useHour = () => new Date(useLightInstant()).toISOString();

/** Lux and shares as people read them. */
function useFigures() {
  const locale = useLocale();
  const write = (digits: number, more: Intl.NumberFormatOptions = {}) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits, ...more });
  return {
    lux: (value: number) =>
      write(value < 10 ? 1 : 0, { minimumFractionDigits: value < 10 ? 1 : 0 }).format(value),
    ratio: (value: number) => write(2).format(value),
    percent: (value: number) => write(0, { style: "percent" }).format(value),
  };
}

export function LightPanel() {
  const { t } = useTranslation();
  const clock = useClock();
  const clockWords = useClockWords();
  const area = useLitArea();
  return (
    <>
      <h2>{t("desk.panel.light")}</h2>
      <p className={css.text} role="status">
        {t("lighting.level.at", { hour: clockWords.full(clock) })}
      </p>
      <SketchNote />
      {area ? <AreaLight area={area.id} /> : <AllAreas />}
      <p className={css.text}>{t("lighting.level.caveat")}</p>
    </>
  );
}

/** In daylight there is nothing to see, and an hour in the dark is one press away. */
function Daylight() {
  const { t } = useTranslation();
  const { month } = useClock();
  return (
    <Message>
      <p>{t("lighting.level.day")}</p>
      <Button onClick={() => changeView({ clock: { hour: clockPresets.weekendNight, month } })}>
        {t("lighting.level.toNight")}
      </Button>
    </Message>
  );
}

function AllAreas() {
  const hour = useHour();
  const light = useLight();
  const levels = useQuery({
    ...trpc.lighting.levels.queryOptions({ hour }),
    placeholderData: (before) => before,
  });
  if (light?.burning === false) return <Daylight />;
  return (
    <Answer to={levels} lines={8}>
      {(rows) => <AreaList rows={rows} />}
    </Answer>
  );
}

function AreaList({ rows }: { rows: AreaLevel[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const figures = useFigures();
  const verdict = useVerdict();
  const least = useBasis().data?.lighting.leastLux;
  return (
    <>
      <p className={css.text}>{t("lighting.level.choose")}</p>
      <ul className={css.list}>
        {rows.map((row) => (
          <li key={row.area}>
            <button type="button" className={css.row} onClick={() => changeView({ selected: row.area })}>
              <span className={css.name}>{names.area(row.area)}</span>
              <span className={css.figure}>{t("lighting.level.mean", { lux: figures.lux(row.mean) })}</span>
              <span className={css.more}>
                {verdict(row)}{" "}
                {least === undefined
                  ? null
                  : t("lighting.level.dark", {
                      share: figures.percent(row.darkShare),
                      lux: figures.ratio(least),
                    })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whether a level is as its class wants it, in words. */
function useVerdict() {
  const { t } = useTranslation();
  return ({
    class: id,
    wanted,
    ...level
  }: Pick<AreaLevel, "class" | "wanted" | "mean" | "min" | "uniformity">) => {
    if (!id) return t("lighting.level.noClass");
    if (!wanted) return t("lighting.level.roadClass", { class: id });
    const short = shortfalls(level, wanted);
    if (short.length === 0) return t("lighting.level.met", { class: id });
    const words = short.map((figure) => t(`lighting.level.short.${figure}`)).join(", ");
    return t("lighting.level.below", { class: id, figures: words });
  };
}

function AreaLight({ area }: { area: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const hour = useHour();
  const told = useQuery({
    ...trpc.lighting.illuminance.queryOptions({ area, hour }),
    placeholderData: (before) => before,
  });
  return (
    <section className={css.area}>
      <div className={css.back}>
        <Button
          look="quiet"
          icon={<ChevronLeft aria-hidden="true" />}
          onClick={() => changeView({ selected: null })}
        >
          {t("lighting.level.all")}
        </Button>
      </div>
      <h3>{names.area(area)}</h3>
      <Answer to={told} lines={6}>
        {(answer) =>
          answer.burning ? (
            <>
              <Level answer={answer} />
              <LampsTold answer={answer} />
            </>
          ) : (
            <Daylight />
          )
        }
      </Answer>
      <TryOutTools area={area} />
    </section>
  );
}

function Level({ answer }: { answer: Illuminance }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const verdict = useVerdict();
  const basis = useBasis().data;
  const light = useLight();
  const { draft } = useTryOut();
  const leastLux = basis?.lighting.leastLux ?? 0;
  const { grid, class: id, wanted } = answer;
  const after =
    draft && light && light.lux.length === grid.lux.length
      ? levelOf(light.lux, { grid: light.grid, stretches: grid.ground }, leastLux)
      : null;
  const now = after ?? answer;
  const columns = [
    { label: t("lighting.level.now") },
    ...(after ? [{ label: t("lighting.level.tried"), now: true }] : []),
    { label: id ? t("lighting.level.class", { class: id }) : t("lighting.level.wanted") },
  ];
  const row = (
    figure: "mean" | "min" | "uniformity",
    write: (value: number) => string,
    want: number | null | undefined,
  ) => ({
    label: t(`lighting.level.row.${figure}`),
    figures: [
      write(answer[figure]),
      ...(after ? [write(after[figure])] : []),
      typeof want === "number" ? t("lighting.level.atLeast", { value: write(want) }) : "–",
    ],
  });
  const lx = (value: number) => `${figures.lux(value)} lx`;
  return (
    <>
      <p className={css.verdict} role="status">
        {verdict({ ...now, class: id, wanted })}
      </p>
      <FiguresTable
        caption={t("lighting.level.unobstructed")}
        corner={<span className="visually-hidden">{t("lighting.level.figure")}</span>}
        columns={columns}
        rows={[
          row("mean", lx, wanted?.mean),
          row("min", lx, wanted?.min),
          row("uniformity", figures.ratio, wanted?.uniformity),
          {
            label: t("lighting.level.row.dark", { lux: figures.ratio(leastLux) }),
            figures: [
              figures.percent(answer.darkShare),
              ...(after ? [figures.percent(after.darkShare)] : []),
              "–",
            ],
          },
        ]}
      />
      <p className={css.text}>
        {t(now.min < leastLux ? "lighting.level.minBelow" : "lighting.level.minMet", {
          min: figures.lux(now.min),
          least: figures.ratio(leastLux),
        })}
      </p>
      <Faces answer={answer} wanted={wanted} />
    </>
  );
}

/** Light on faces, whose wanted values are yet to be checked against the standard. */
function Faces({ answer, wanted }: { answer: Illuminance; wanted: Wanted | null }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const lx = (value: number) => `${figures.lux(value)} lx`;
  return (
    <details className={css.faces}>
      <summary>{t("lighting.level.faces")}</summary>
      <FiguresTable
        caption={t("lighting.level.facesNote")}
        corner={<span className="visually-hidden">{t("lighting.level.figure")}</span>}
        columns={[
          { label: t("lighting.level.row.mean") },
          { label: t("lighting.level.row.min") },
          { label: t("lighting.level.toCheck") },
        ]}
        rows={(["semiCylindrical", "vertical"] as const).map((kind) => ({
          label: t(`lighting.level.face.${kind}`),
          figures: [
            lx(answer[kind].mean),
            lx(answer[kind].min),
            typeof wanted?.[kind] === "number"
              ? t("lighting.level.atLeast", { value: lx(wanted[kind]) })
              : "–",
          ],
        }))}
      />
    </details>
  );
}

function LampsTold({ answer: { lamps } }: { answer: Illuminance }) {
  const { t } = useTranslation();
  const told = [
    t("lighting.level.lamps", { count: lamps.all }),
    lamps.dimmed > 0 ? t("lighting.level.dimmed", { count: lamps.dimmed }) : "",
    lamps.standIn > 0 ? t("lighting.level.standIn", { count: lamps.standIn }) : "",
  ];
  return <p className={css.text}>{told.join(" ")}</p>;
}

/** Adds lamps to the try-out, takes steps back, and saves what is tried in the register. */
function TryOutTools({ area }: { area: string }) {
  const { t } = useTranslation();
  const { role } = useWorker();
  const words = useErrorWords();
  const today = useToday();
  const middleOf = useMiddleOf();
  const { draft, setDraft, discard } = useTryOut();
  const save = useMutation({
    mutationFn: async () => {
      for (const lamp of Object.values(draft?.lamps ?? {})) {
        const { id, area: _area, ...fields } = lamp;
        await client.lighting.saveLamp.mutate(isNew(lamp) ? fields : { id, ...fields });
      }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.lighting.pathKey() }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: trpc.layers.lighting.queryKey() });
      setDraft(null);
    },
  });
  const add = () => {
    const at = middleOf(area);
    if (at) setDraft(addedAt(draft, at, today()).tried);
  };
  const count = Object.keys(draft?.lamps ?? {}).length;
  return (
    <section className={css.try} aria-labelledby="light-try">
      <h4 id="light-try">{t("lighting.level.try")}</h4>
      <p className={css.text}>{t("lighting.level.tryText")}</p>
      <div className={css.buttons}>
        <Button icon={<Plus aria-hidden="true" />} onClick={add}>
          {t("lighting.level.addLamp")}
        </Button>
        {draft ? (
          <Button icon={<Undo2 aria-hidden="true" />} onClick={() => setDraft(takenBack(draft))}>
            {t("lighting.level.undo")}
          </Button>
        ) : null}
      </div>
      {save.error ? <Message tone="wrong">{words(save.error)}</Message> : null}
      {save.isSuccess && !draft ? (
        <Message tone="done" live>
          {t("lighting.level.saved")}
        </Message>
      ) : null}
      {count > 0 ? (
        <div className={css.buttons}>
          {role === "planner" || role === "coordinator" ? (
            <Button
              look="main"
              icon={<Save aria-hidden="true" />}
              disabled={save.isPending}
              onClick={() => save.mutate()}
            >
              {t("lighting.level.save", { count })}
            </Button>
          ) : null}
          <Button look="quiet" onClick={() => discard(() => setDraft(null))}>
            {t("lighting.level.discard")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
