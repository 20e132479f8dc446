/** "Did it help?" of one measure: the verdict in words, what was done, what came of it, and the plan that says how. */
import { useQuery } from "@tanstack/react-query";
import type { Measure } from "@trygg/shared/measures/schema.ts";
import { ArrowLeft, Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { trpc } from "../../api.ts";
import { Answer } from "../../ui/answer.tsx";
import { Button } from "../../ui/button.tsx";
import { EffectFigures } from "./effect-figures.tsx";
import { EffectSheet } from "./effect-sheet.tsx";
import css from "./effect.module.css";
import { PlanSection } from "./plan-section.tsx";

interface Props {
  measure: Measure;
  mayEdit: boolean;
  onBack(): void;
}

export function EffectView({ measure, mayEdit, onBack }: Props) {
  const { t } = useTranslation();
  const effect = useQuery(trpc.measures.effect.queryOptions({ id: measure.id }));
  return (
    <>
      <div className={css.buttons}>
        <Button icon={<ArrowLeft aria-hidden="true" />} onClick={onBack}>
          {t("effect.back")}
        </Button>
        {effect.data ? (
          <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
            {t("effect.print")}
          </Button>
        ) : null}
      </div>
      <header className={css.head}>
        <h2>{t("effect.title")}</h2>
        <p>{measure.title}</p>
      </header>
      <Answer to={effect} lines={8}>
        {(data) => (
          <>
            <EffectFigures effect={data} />
            <PlanSection effect={data} mayEdit={mayEdit} />
            <p className={css.note}>{t("effect.caveat.causes")}</p>
            <EffectSheet measure={measure} effect={data} />
          </>
        )}
      </Answer>
    </>
  );
}
