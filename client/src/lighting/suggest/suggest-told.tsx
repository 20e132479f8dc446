/** What a suggestion comes to: its cost, how sure it is to be good, and the light before and after. */
import { LIGHT_NEAR, type Suggestion } from "@trygg/shared/siting/schema.ts";
import { useTranslation } from "react-i18next";
import { FiguresTable } from "../../ui/figures-table.tsx";
import css from "./suggest-panel.module.css";
import { useLux } from "../need/why-words.ts";

export function SuggestTold({ answer }: { answer: Suggestion }) {
  const { t } = useTranslation();
  const kronor = useKronor();
  const { chosen, cost, share, exact } = answer;
  const tied = chosen.filter((site) => site.tied).length;
  return (
    <section className={css.told}>
      <h3>{t("suggest.result", { count: chosen.length, cost: kronor(cost) })}</h3>
      <p>
        <strong>
          {exact ? t("suggest.exact") : t("suggest.share", { percent: Math.floor(100 * share) })}
        </strong>{" "}
        {t("suggest.measuredBy", { candidates: answer.candidates, points: answer.points })}
      </p>
      {tied > 0 ? <p className={css.text}>{t("suggest.tied", { count: tied })}</p> : null}
      <LightTable light={answer.light} />
    </section>
  );
}

function LightTable({ light }: Pick<Suggestion, "light">) {
  const { t } = useTranslation();
  const lux = useLux();
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const { before, after } = light;
  return (
    <FiguresTable
      caption={t("suggest.light.caption", { metres: LIGHT_NEAR })}
      corner={t("suggest.light.corner")}
      columns={[{ label: t("suggest.light.before") }, { label: t("suggest.light.after") }]}
      rows={[
        { label: t("suggest.light.mean"), figures: [lux(before.mean), lux(after.mean)] },
        { label: t("suggest.light.lowest"), figures: [lux(before.lowest), lux(after.lowest)] },
        { label: t("suggest.light.dark"), figures: [percent(before.dark), percent(after.dark)] },
      ]}
    />
  );
}

export function useKronor(): (kronor: number) => string {
  const { t, i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language);
  return (kronor) => t("suggest.kronor", { amount: format.format(kronor) });
}

/** Why a site is chosen, in one line. */
export function useBecauseWords(): (site: Suggestion["chosen"][number]) => string {
  const { t } = useTranslation();
  const lux = useLux();
  const kronor = useKronor();
  return ({ voices, way, lowest, after, class: of, cost }) =>
    [
      t("suggest.because.voices", { count: voices }),
      ...(way ? [t("lighting.need.why.way", way)] : []),
      t(of ? "suggest.because.lightClass" : "suggest.because.light", {
        lowest: lux(lowest),
        after: lux(after),
        class: of ?? "",
      }),
      kronor(cost),
    ].join("; ");
}
