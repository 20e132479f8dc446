/**
 * The control of the one clock: day of the week, hour and month. The hours are drawn in the light of that month, from
 * the real altitude of the sun, and a sentence says what the picture shows.
 */
import {
  type ClockPreset,
  type ClockSetting,
  clockDaylight,
  clockPresets,
} from "@trygg/shared/time/clock.ts";
import type { Daylight } from "@trygg/shared/time/sun.ts";
import { ChevronDown, ChevronUp, Moon, Sun, SunDim } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { changeView } from "../map/use-view.ts";
import { useTown } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import css from "./clock-bar.module.css";
import { hoursOfBin, useClockWords } from "./clock-words.ts";
import { type Clock, useClock } from "./use-clock.ts";

const icons: Record<Daylight, typeof Sun> = { day: Sun, dusk: SunDim, dark: Moon };

interface Props {
  /** An unset clock stands for the whole week instead of for now: the desk begins there. */
  wholeWeek?: boolean;
  /** Folded to one line until it is opened: a phone needs its height for the map. */
  folds?: boolean;
}

export function ClockBar({ wholeWeek = false, folds = false }: Props) {
  const { t } = useTranslation();
  const set = useClock();
  const [open, setOpen] = useState(false);
  const [month, setMonth] = useState<number | null>(null);
  const shown = open || !folds;
  const unset = wholeWeek && set.isNow;
  // The whole week has no hour: a month that is chosen for it waits until an hour is.
  const clock = unset && month !== null ? { ...set, month } : set;
  const chooseMonth = (next: number) => {
    setMonth(next);
    if (!unset) setClock(set, { month: next });
  };
  return (
    <section className={css.bar} aria-label={t("clock.title")}>
      <div className={`${css.head} ${folds ? "" : css.wide}`}>
        <Reading clock={clock} wholeWeek={unset} answers={wholeWeek && !unset} short={folds && !open} />
        {folds ? null : (
          <>
            <PresetChoice clock={clock} unset={unset} />
            <MonthChoice month={clock.month} onMonth={chooseMonth} />
          </>
        )}
        {clock.isNow ? null : (
          <Button onClick={() => changeView({ clock: null })}>
            {t(wholeWeek ? "clock.clear" : "clock.now")}
          </Button>
        )}
        {folds ? (
          <Button
            look="quiet"
            aria-expanded={open}
            aria-label={t("clock.set")}
            icon={open ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
            onClick={() => setOpen(!open)}
          />
        ) : null}
      </div>
      {shown ? (
        <>
          {folds ? (
            <div className={css.quick}>
              <PresetChoice clock={clock} unset={unset} />
              <MonthChoice month={clock.month} onMonth={chooseMonth} />
            </div>
          ) : null}
          <DayChoice clock={clock} unset={unset} />
          <HourChoice clock={clock} unset={unset} />
        </>
      ) : null}
    </section>
  );
}

/** Changes one part of the clock and keeps the others. */
function setClock(
  { hour, month }: ClockSetting,
  change: { day?: number; hour?: number; month?: number },
): void {
  const day = change.day ?? Math.floor(hour / 24);
  changeView({ clock: { hour: day * 24 + (change.hour ?? hour % 24), month: change.month ?? month } });
}

interface ReadingProps {
  clock: Clock;
  wholeWeek: boolean;
  /** Says for which hours reports answer: they know no single hour. */
  answers: boolean;
  short: boolean;
}

function Reading({ clock, wholeWeek, answers, short }: ReadingProps) {
  const { t } = useTranslation();
  const words = useClockWords();
  const Icon = icons[clock.daylight];
  return (
    <p className={`${css.now} ${short ? css.short : ""}`} role="status">
      <Icon aria-hidden="true" />
      <span>
        <strong>{wholeWeek ? t("clock.wholeWeek") : words.full(clock)}</strong>
        <span className={css.light}>
          {wholeWeek ? t("clock.wholeWeekHint") : t(`clock.daylight.${clock.daylight}`)}
          {answers ? ` · ${t("clock.answers", { hours: hoursOfBin(clock.bin) })}` : ""}
        </span>
      </span>
    </p>
  );
}

function MonthChoice({ month, onMonth }: { month: number; onMonth(month: number): void }) {
  const { t } = useTranslation();
  const { months } = useClockWords();
  return (
    <select
      className={css.month}
      aria-label={t("clock.month")}
      value={month}
      onChange={(event) => onMonth(Number(event.target.value))}
    >
      {months.map((name, index) => (
        <option key={name} value={index + 1}>
          {name}
        </option>
      ))}
    </select>
  );
}

interface ChoiceProps {
  clock: Clock;
  /** Nothing is chosen yet. */
  unset: boolean;
}

/** Hours that people ask for by name. */
function PresetChoice({ clock, unset }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <div className={css.presets} role="group" aria-label={t("clock.presets")}>
      {(Object.keys(clockPresets) as ClockPreset[]).map((preset) => (
        <button
          key={preset}
          type="button"
          className={css.preset}
          aria-pressed={!unset && !clock.isNow && clock.hour === clockPresets[preset]}
          onClick={() => changeView({ clock: { hour: clockPresets[preset], month: clock.month } })}
        >
          {t(`clock.preset.${preset}`)}
        </button>
      ))}
    </div>
  );
}

function DayChoice({ clock, unset }: ChoiceProps) {
  const { t } = useTranslation();
  const { days } = useClockWords();
  const group = useId();
  return (
    <fieldset className={css.days}>
      <legend className="visually-hidden">{t("clock.day")}</legend>
      {days.map(({ short, long }, index) => (
        <label key={long} className={css.weekday}>
          <input
            type="radio"
            name={group}
            checked={!unset && index === Math.floor(clock.hour / 24)}
            aria-label={long}
            onChange={() => setClock(clock, { day: index })}
          />
          <span aria-hidden="true">{short}</span>
        </label>
      ))}
    </fieldset>
  );
}

function HourChoice({ clock, unset }: ChoiceProps) {
  const { t } = useTranslation();
  const words = useClockWords();
  return (
    <div className={css.hours}>
      <HourStrip clock={clock} />
      <input
        className={`${css.slider} ${unset ? css.unset : ""}`}
        type="range"
        min={0}
        max={23}
        value={clock.hour % 24}
        aria-label={t("clock.hour")}
        aria-valuetext={unset ? t("clock.wholeWeek") : words.full(clock)}
        onChange={(event) => setClock(clock, { hour: Number(event.target.value) })}
      />
      <div className={css.scale} aria-hidden="true">
        {[0, 6, 12, 18, 23].map((each) => (
          <span key={each}>{String(each).padStart(2, "0")}</span>
        ))}
      </div>
    </div>
  );
}

/** The 24 hours of the day as bands of daylight, dusk and dark. */
function HourStrip({ clock }: { clock: Clock }) {
  const { place } = useTown();
  const day = Math.floor(clock.hour / 24);
  return (
    <div className={css.strip} aria-hidden="true">
      {Array.from({ length: 24 }, (_, hour) => {
        const light = clockDaylight({ hour: day * 24 + hour, month: clock.month }, clock.year, place);
        return <span key={hour} className={css[light]} />;
      })}
    </div>
  );
}
