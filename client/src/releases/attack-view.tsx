/** What the attacks on a release find before it is published. */
import type { ReleaseAttack } from "@trygg/shared/releases/schema.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../ui/locale.ts";
import { Message } from "../ui/message.tsx";
import { CellList } from "./cell-list.tsx";
import css from "./release-panel.module.css";

export const givesAway = ({ isolated, exceeds }: ReleaseAttack) => exceeds || isolated.length > 0;

export function AttackView({ attack }: { attack: ReleaseAttack }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { hidden, releases, pairs, mean, worst, isolated, exceeds } = attack;
  // An advantage is how much more often than by chance a guess is right, doubled.
  const right = (advantage: number) =>
    new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format((1 + advantage) / 2);
  return (
    <>
      {givesAway(attack) ? (
        <Message tone="wrong">
          {isolated.length > 0 ? <p>{t("releases.preview.attack.isolated")}</p> : null}
          <CellList cells={isolated} />
          {exceeds ? <p>{t("releases.preview.attack.exceeds")}</p> : null}
        </Message>
      ) : (
        <Message tone="done" live>
          {t(releases > 1 ? "releases.preview.attack.none" : "releases.preview.attack.noneFirst", {
            hidden,
            releases,
          })}
        </Message>
      )}
      {pairs > 0 && worst ? (
        <p className={css.text}>
          {t("releases.preview.attack.pairs", { mean: right(mean), worst: right(worst.advantage) })}
        </p>
      ) : null}
    </>
  );
}
