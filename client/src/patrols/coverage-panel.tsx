/** The officer's view: how the promise stands, and the ten squares with most worry and least presence at this hour. */
import { useTranslation } from "react-i18next";
import { useWorker } from "../accounts/worker.tsx";
import { useClockWords } from "../clock/clock-words.ts";
import { useClock } from "../clock/use-clock.ts";
import { changeView, useView } from "../map/use-view.ts";
import { say } from "../i18n/index.ts";
import { useSquareName } from "../place/square-name.ts";
import { CountBar } from "../promise/count-bar.tsx";
import { useLedger } from "../promise/use-ledger.ts";
import { Answer, Failure } from "../ui/answer.tsx";
import { Badge } from "../ui/badge.tsx";
import { Message } from "../ui/message.tsx";
import css from "./coverage-panel.module.css";
import { useCoverage, useGaps } from "./use-coverage.ts";

export function CoveragePanel() {
  const { t, i18n } = useTranslation();
  // Gaps rest on reports, which partners do not see.
  const maySeeGaps = useWorker().role !== "partner";
  const clock = useClock();
  const clockWords = useClockWords();
  const ledger = useLedger();
  const coverage = useCoverage();
  const gaps = useGaps(maySeeGaps);
  const presence = ledger.data?.commitments.find(({ id }) => id === "police-presence");
  const from = (clock.bin % 8) * 3;
  const day = clockWords.days[Math.floor(clock.bin / 8)]?.long ?? "";
  return (
    <>
      <h2>{t("desk.panel.coverage")}</h2>
      {ledger.error ? <Failure error={ledger.error} onAgain={() => void ledger.refetch()} /> : null}
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
          <Answer to={gaps} lines={6}>
            {(found) =>
              found.length === 0 ? <Message>{t("patrols.gaps.none")}</Message> : <GapList gaps={found} />
            }
          </Answer>
          <p className={css.caveat}>{t("patrols.gaps.caveat")}</p>
        </section>
      ) : (
        <Answer to={coverage}>{() => <p className={css.text}>{t("patrols.coverageText")}</p>}</Answer>
      )}
    </>
  );
}

type Gap = NonNullable<ReturnType<typeof useGaps>["data"]>[number];

function GapList({ gaps }: { gaps: Gap[] }) {
  const { t } = useTranslation();
  const squareName = useSquareName();
  const { selected } = useView();
  const widest = gaps[0]?.gap ?? 0;
  return (
    <>
      <p className={css.text}>{t("patrols.gaps.order")}</p>
      <ol className={css.list}>
        {gaps.map(({ square, voices, minutes, gap, enough }) => {
          const percent = widest > 0 ? Math.max(0, Math.round((gap / widest) * 100)) : 0;
          return (
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
                  {t("patrols.gaps.row", { count: voices, minutes: Math.round(minutes) })}
                </span>
                <span className={css.gap}>
                  <span className={css.bar} aria-hidden="true">
                    <span style={{ inlineSize: `${percent}%` }} />
                  </span>
                  {t("patrols.gaps.ofWidest", { percent })}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}

const two = (hour: number) => String(hour).padStart(2, "0");
