/** How it will be told whether a measure helped: chosen until it is decided, frozen with its day and hash from then on. */
import { useMutation } from "@tanstack/react-query";
import type { MeasureEffect } from "@trygg/shared/measures/effect.ts";
import type { MeasurePlan } from "@trygg/shared/measures/plan.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../../api.ts";
import { useNames } from "../../place/town.tsx";
import { Button } from "../../ui/button.tsx";
import { useDate } from "../../ui/date.ts";
import { useErrorWords } from "../../ui/error-words.ts";
import { Facts } from "../../ui/facts.tsx";
import { Message } from "../../ui/message.tsx";
import css from "./effect.module.css";
import { changeWords } from "./effect-words.ts";
import { PlanForm } from "./plan-form.tsx";

interface Props {
  effect: MeasureEffect;
  mayEdit: boolean;
}

export function PlanSection({ effect: { plan, frozen, proposed, delivery }, mayEdit }: Props) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [choosing, setChoosing] = useState(false);
  const save = useMutation(
    trpc.measures.plan.mutationOptions({
      onSuccess: () => setChoosing(false),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.measures.pathKey() }),
    }),
  );
  const isFrozen = frozen.length > 0;
  return (
    <section className={css.part}>
      <h3>{t("effect.plan.title")}</h3>
      <PlanFacts plan={plan} />
      <FrozenPlans frozen={frozen} doneOn={delivery.doneOn} />
      {save.error ? <Message tone="wrong">{words(save.error)}</Message> : null}
      <div role="status">
        {save.isSuccess ? <Message tone="done">{t("effect.plan.saved")}</Message> : null}
      </div>
      {mayEdit && choosing ? (
        <PlanForm
          own={plan.measure.area}
          choice={plan}
          proposed={proposed}
          isFrozen={isFrozen}
          saving={save.isPending}
          onSave={(choice) => save.mutate({ id: plan.measure.id, choice })}
          onCancel={() => setChoosing(false)}
        />
      ) : null}
      {mayEdit && !choosing ? (
        <div className={css.buttons}>
          <Button
            onClick={() => {
              save.reset();
              setChoosing(true);
            }}
          >
            {t(isFrozen ? "effect.plan.anew" : "effect.plan.change")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

export function PlanFacts({ plan }: { plan: MeasurePlan }) {
  const { t } = useTranslation();
  const names = useNames();
  const date = useDate();
  const list = (areas: string[]) => areas.map(names.area).join(", ") || t("effect.plan.none");
  const { control, buffer, bufferControl, months, baseline, counted, smallest } = plan;
  return (
    <Facts
      facts={[
        { name: t("effect.plan.counts"), value: t(`effect.plan.outcome.${plan.outcome.light ?? "any"}`) },
        { name: t("effect.zone.control"), value: list(control) },
        { name: t("effect.zone.buffer"), value: list(buffer) },
        ...(buffer.length > 0 ? [{ name: t("effect.zone.bufferControl"), value: list(bufferControl) }] : []),
        {
          name: t("effect.before"),
          value: t("effect.plan.baseline", {
            from: date(baseline.from),
            to: date(baseline.to),
            treated: counted.treated,
            control: counted.control,
          }),
        },
        { name: t("effect.after"), value: t("effect.plan.months", { count: months }) },
        {
          name: t("effect.smallest.title"),
          value:
            smallest === null
              ? t("effect.plan.cannotSee")
              : t("effect.plan.smallest", { change: changeWords(t, smallest) }),
        },
      ]}
    />
  );
}

/** With the very text under the hash, for whoever wants to check it. */
export function FrozenPlans({ frozen, doneOn }: Pick<MeasureEffect, "frozen"> & { doneOn: string | null }) {
  const { t } = useTranslation();
  const date = useDate();
  if (frozen.length === 0) return <p className={css.note}>{t("effect.plan.notYet")}</p>;
  return frozen.map(({ frozenOn, sha256, text }, index) => (
    <div key={sha256 + index} className={css.plan}>
      <p>
        {t(index === 0 ? "effect.plan.frozen" : "effect.plan.earlier", { date: date(frozenOn) })}
        {doneOn && frozenOn > doneOn ? ` ${t("effect.plan.late")}` : null}
      </p>
      <p className={css.hash}>SHA-256: {sha256}</p>
      <details>
        <summary>{t("effect.plan.text")}</summary>
        <p className={css.hash}>{text}</p>
      </details>
    </div>
  ));
}
