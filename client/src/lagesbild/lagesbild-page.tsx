/** Lägesbild: what the latest release tells, in words and tables, beside what is done, and what is not known. */
import { areaPage } from "@trygg/shared/pages.ts";
import { useQuery } from "@tanstack/react-query";
import { type VoiceClass, voiceClasses } from "@trygg/shared/releases/rule.ts";
import type { Band, Feeling } from "@trygg/shared/reports/terms.ts";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { say } from "../i18n/index.ts";
import { useNames } from "../place/town.tsx";
import { useClassWords } from "../releases/class-words.ts";
import { ReleaseList } from "../releases/release-list.tsx";
import { Button } from "../ui/button.tsx";
import { usePeriodWords } from "../releases/period-words.ts";
import { codeOf } from "../ui/error-words.ts";
import { Message, Waiting } from "../ui/message.tsx";
import { Page, Section } from "../ui/page.tsx";
import css from "./lagesbild-page.module.css";

export default function LagesbildPage() {
  const { t, i18n } = useTranslation();
  const period = usePeriodWords();
  const names = useNames();
  const words = useClassWords();
  const { data, isPending, error, refetch } = useQuery(trpc.lagesbild.latest.queryOptions());
  return (
    <Page wide title={t("lagesbild.title")} lead={t("lagesbild.lead")}>
      {isPending ? <Waiting label={t("ui.waiting")} lines={6} /> : null}
      {error && codeOf(error) === "notFound" ? <Message>{t("lagesbild.none")}</Message> : null}
      {error && codeOf(error) !== "notFound" ? (
        <Message tone="wrong">
          {t("lagesbild.failed")} <Button onClick={() => void refetch()}>{t("ui.again")}</Button>
        </Message>
      ) : null}
      {data ? (
        <>
          <p className={css.period}>
            {period({ window: data.window, publishedAt: data.release.publishedAt })}
          </p>
          <Section title={t("lagesbild.reasons.unsafe")}>
            <p>{t("lagesbild.reasons.text")}</p>
            <div className={css.columns}>
              {(["dark", "day"] as const).map((band) => (
                <ReasonBars key={band} rows={data.reasons} band={band} feeling="unsafe" />
              ))}
            </div>
          </Section>
          <Section title={t("lagesbild.reasons.safe")}>
            <div className={css.columns}>
              {(["dark", "day"] as const).map((band) => (
                <ReasonBars key={band} rows={data.reasons} band={band} feeling="safe" />
              ))}
            </div>
          </Section>
          <Section title={t("lagesbild.areas.title")}>
            <p>{t("lagesbild.areas.text")}</p>
            <div className={css.scroll} tabIndex={0} role="region" aria-label={t("lagesbild.areas.title")}>
              <table className={css.table}>
                <thead>
                  <tr>
                    <th scope="col">{t("lagesbild.areas.area")}</th>
                    <th scope="col">{t("lagesbild.areas.unsafeDark")}</th>
                    <th scope="col">{t("lagesbild.areas.unsafeDay")}</th>
                    <th scope="col">{t("lagesbild.areas.safeDark")}</th>
                    <th scope="col">{t("lagesbild.areas.safeDay")}</th>
                    {data.presence ? <th scope="col">{t("lagesbild.areas.presence")}</th> : null}
                  </tr>
                </thead>
                <tbody>
                  {data.areas
                    .toSorted((a, b) =>
                      say(a.name, i18n.language).localeCompare(say(b.name, i18n.language), i18n.language),
                    )
                    .map(({ area, unsafeDark, unsafeDay, safeDark, safeDay }) => {
                      const week = data.presence?.areas.find((each) => each.area === area);
                      return (
                        <tr key={area}>
                          <th scope="row">
                            <a href={areaPage(area)}>{names.area(area)}</a>
                          </th>
                          {[unsafeDark, unsafeDay, safeDark, safeDay].map((told, index) => (
                            <td key={index} data-few={told === "few" || undefined}>
                              {words.voices(told)}
                            </td>
                          ))}
                          {week ? (
                            <td>
                              {t("lagesbild.areas.minutes", {
                                day: words.minutes(week.day),
                                dark: words.minutes(week.dark),
                              })}
                            </td>
                          ) : null}
                        </tr>
                      );
                    })}
                </tbody>
              </table>
            </div>
          </Section>
          <Section title={t("lagesbild.unknown")}>
            <ul className={css.caveats}>
              {data.caveats.map((caveat) => (
                <li key={caveat.sv}>{say(caveat, i18n.language)}</li>
              ))}
            </ul>
          </Section>
          <Section title={t("releases.list.title")}>
            <p>{t("releases.list.text")}</p>
            <ReleaseList />
          </Section>
        </>
      ) : null}
    </Page>
  );
}

interface ReasonRow {
  band: Band;
  feeling: Feeling;
  reason: string;
  voices: VoiceClass;
}

/** Reasons of one band by their classes, most voices first; reasons with few voices are named together. */
function ReasonBars({ rows, band, feeling }: { rows: ReasonRow[]; band: Band; feeling: Feeling }) {
  const { t } = useTranslation();
  const names = useNames();
  const words = useClassWords();
  const rank = (told: VoiceClass) => voiceClasses.indexOf(told);
  const mine = rows.filter((row) => row.band === band && row.feeling === feeling);
  const told = mine.filter(({ voices }) => voices !== "few").sort((a, b) => rank(b.voices) - rank(a.voices));
  const few = mine.filter(({ voices }) => voices === "few");
  return (
    <div className={css.bars}>
      <h3>{t(`lagesbild.band.${band}`)}</h3>
      {told.length === 0 ? <p className={css.few}>{t("lagesbild.reasons.none")}</p> : null}
      <ul>
        {told.map(({ reason, voices }) => (
          <li key={reason} className={css.bar}>
            <span>{names.reason(reason)}</span>
            <span className={css.told}>
              <Steps filled={rank(voices)} />
              {t("lagesbild.reasons.voices", { range: words.voices(voices) })}
            </span>
          </li>
        ))}
      </ul>
      {few.length > 0 && told.length > 0 ? (
        <p className={css.few}>
          {t("lagesbild.reasons.few", { reasons: few.map(({ reason }) => names.reason(reason)).join(", ") })}
        </p>
      ) : null}
    </div>
  );
}

/** Which of the classes it is. They grow by doubling, so that a bar of their number would be no measure of voices. */
function Steps({ filled }: { filled: number }) {
  return (
    <span className={css.steps} aria-hidden="true">
      {voiceClasses.slice(1).map((each, index) => (
        <span key={each} data-filled={index < filled || undefined} />
      ))}
    </span>
  );
}
