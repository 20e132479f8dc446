/** Step two: how it feels, why, and when. Nothing to type. */
import {
  type ReportDraft,
  type WhenChoice,
  lightOf,
  reasonsOf,
  suggestedLight,
  whenChoices,
} from "@trygg/shared/reports/draft.ts";
import { type Impact, MAX_REASONS, feelings, lights } from "@trygg/shared/reports/terms.ts";
import { useTranslation } from "react-i18next";
import { say } from "../../i18n/index.ts";
import { useTown } from "../../place/town.tsx";
import { ChooseMany, ChooseOne } from "../../ui/choice.tsx";
import { ReasonIcon } from "../reason-icon.tsx";
import { LampOut } from "./lamps-near.tsx";
import { Others } from "./others.tsx";
import css from "./report-form.module.css";
import { UnlikelyLight } from "./unlikely-light.tsx";

interface Props {
  draft: ReportDraft;
  onDraft(change: Partial<ReportDraft>): void;
}

const groups = [
  { group: "place", feeling: "unsafe" },
  { group: "happening", feeling: "unsafe" },
  { group: "safe", feeling: "safe" },
] as const;

export function WhatStep({ draft, onDraft }: Props) {
  const { t, i18n } = useTranslation();
  const { reasons } = useTown();
  const count = reasonsOf(draft, { reasons }).length;
  return (
    <div className={css.group}>
      <div id="feeling">
        <ChooseOne
          look="segments"
          legend={t("form.feeling.legend")}
          name="feeling"
          value={draft.feeling}
          options={feelings.map((value) => ({ value, label: t(`form.feeling.${value}`) }))}
          onChange={(feeling) => onDraft({ feeling })}
        />
        <Others draft={draft} />
      </div>
      <div className={`${css.group} ${css.reasons}`} id="reasons">
        <p className={css.limit}>
          {t("form.reasons.hint")}{" "}
          <span className={css.scripted} role="status">
            {t("form.reasons.count", { count })}
          </span>
        </p>
        {groups.map(({ group, feeling }) => {
          const mine = reasons.filter((reason) => reason.group === group && !reason.hidden);
          const ids = mine.map(({ id }) => id);
          return (
            <div key={group} className={css[feeling]}>
              <ChooseMany
                look="tiles"
                legend={t(`form.reasons.${group}`)}
                name="reasons"
                values={draft.reasons.filter((id) => ids.includes(id))}
                most={count >= MAX_REASONS && draft.feeling === feeling ? 0 : Infinity}
                options={mine.map(({ id, name, icon }) => ({
                  value: id,
                  label: say(name, i18n.language),
                  icon: <ReasonIcon name={icon} />,
                }))}
                onChange={(chosen) =>
                  onDraft({ reasons: [...draft.reasons.filter((id) => !ids.includes(id)), ...chosen] })
                }
              />
              {group === "place" ? <LampOut draft={draft} /> : null}
            </div>
          );
        })}
      </div>
      <ChooseMany
        legend={t("form.when.legend")}
        hint={t("form.when.hint")}
        name="when"
        values={draft.when}
        options={whenChoices.map((value) => ({ value, label: t(`form.when.${value}`) }))}
        onChange={(when: WhenChoice[]) => onDraft({ when })}
      />
      <div className={css.asked} id="light">
        <ChooseOne
          look="segments"
          legend={t("form.light.legend")}
          hint={draft.light === null && suggestedLight(draft.when) ? t("form.light.suggested") : undefined}
          name="light"
          value={lightOf(draft)}
          options={lights.map((value) => ({ value, label: t(`form.light.${value}`) }))}
          onChange={(light) => onDraft({ light })}
        />
        <UnlikelyLight draft={draft} />
      </div>
      <details className={css.more}>
        <summary>{t("form.more")}</summary>
        <ChooseOne
          look="tiles"
          legend={t("form.impact.legend")}
          name="impact"
          value={draft.impact === null ? "none" : (String(draft.impact) as `${Impact}`)}
          options={(["0", "1", "2", "3", "none"] as const).map((value) => ({
            value,
            label: t(`form.impact.${value}`),
          }))}
          onChange={(value) => onDraft({ impact: value === "none" ? null : (Number(value) as Impact) })}
        />
      </details>
    </div>
  );
}
