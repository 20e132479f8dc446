/** The officer's view: how the promise stands, and the ten squares with most worry and least presence at this hour. */
import { useTranslation } from "react-i18next";
import { useClockWords } from "../clock/clock-words.ts";
import { useClock } from "../clock/use-clock.ts";
import { changeView, useView } from "../map/use-view.ts";
import { say } from "../i18n/index.ts";
import { useSquareName } from "../place/square-name.ts";
import { CountBar } from "../promise/count-bar.tsx";
import { useLedger } from "../promise/use-ledger.ts";
import { Badge } from "../ui/badge.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { Message, Waiting } from "../ui/message.tsx";
import css from "./coverage-panel.module.css";
import { useGaps } from "./use-coverage.ts";

interface Props {
  /** Whether the role may see gaps, which rest on reports. */
  maySeeGaps: boolean;
}

export function CoveragePanel({ maySeeGaps }: Props) {
  const { t, i18n } = useTranslation();
  const words = useErrorWords();
  const squareName = useSquareName();
  const clock = useClock();
  const clockWords = useClockWords();
  const { selected } = useView();
  const ledger = useLedger();
  const gaps = useGaps(maySeeGaps);
  const presence = ledger.data?.commitments.find(({ id }) => id === "police-presence");
  const from = (clock.bin % 8) * 3;
  const day = clockWords.days[Math.floor(clock.bin / 8)]?.long ?? "";
  return (
    <>
      {presence?.count !== undefined && presence.target !== undefined ? (
        <section className={css.promise}>
          <h3>{say(presence.title, i18n.language)}</h3>
          <CountBar count={presence.count} target={presence.target} forecast={presence.forecast} />
        </section>
      ) : null}
      {maySeeGaps ? (
        <section>
          <h3>{t("patrols.gaps.title")}</h3>
          <p className={css.text} role="status">
            {t("patrols.gaps.text", { day, from: two(from), to: two(from + 3) })}
          </p>
          {gaps.isPending ? <Waiting label={t("ui.waiting")} lines={5} /> : null}
          {gaps.error ? <Message tone="wrong">{words(gaps.error)}</Message> : null}
          {gaps.data?.length === 0 ? <Message>{t("patrols.gaps.none")}</Message> : null}
          <ol className={css.list}>
            {(gaps.data ?? []).map(({ square, voices, minutes, gap, worryShare, presenceShare, enough }) => (
              <li key={square}>
                <button
                  type="button"
                  className={css.row}
                  aria-pressed={selected === square}
                  onClick={() => changeView({ selected: square })}
                >
                  <span className={css.name}>{squareName(square)}</span>
                  {enough ? null : <Badge tone="neutral">{t("patrols.gaps.tooFew")}</Badge>}
                  <span className={css.more}>
                    {t("patrols.gaps.row", {
                      count: voices,
                      minutes: Math.round(minutes),
                      worry: percent(worryShare),
                      presence: percent(presenceShare),
                    })}
                  </span>
                  <span className={css.bar} aria-hidden="true">
                    <span style={{ inlineSize: `${Math.min(100, Math.max(2, gap * 4000))}%` }} />
                  </span>
                </button>
              </li>
            ))}
          </ol>
          <p className={css.caveat}>{t("patrols.gaps.caveat")}</p>
        </section>
      ) : (
        <p className={css.text}>{t("patrols.coverageText")}</p>
      )}
    </>
  );
}

const two = (hour: number) => String(hour).padStart(2, "0");
const percent = (share: number) => (share * 100).toFixed(1).replace(".", ",");
