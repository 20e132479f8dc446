/** A setting's value in one line of words. */
import { isOpenOn } from "@trygg/shared/place/campaign.ts";
import type { Words } from "@trygg/shared/place/schema.ts";
import type { SettingName, SettingValue, SettingsAnswer } from "@trygg/shared/place/settings.ts";
import { useTranslation } from "react-i18next";
import { say } from "../i18n/index.ts";
import { useToday } from "../place/town.tsx";
import { useDate } from "../ui/date.ts";
import { useLocale } from "../ui/locale.ts";
import { useWeekdays } from "./weekdays.ts";

type Tell = { [N in SettingName]: (value: SettingValue<N>) => string };

export function usePresent({ languages }: Pick<SettingsAnswer, "languages">) {
  const { t, i18n } = useTranslation();
  const date = useDate();
  const today = useToday()();
  const weekdays = useWeekdays();
  const own = (words: Words) => say(words, i18n.language);
  const locale = useLocale();
  const figure = (value: number) => value.toLocaleString(locale);
  const all = (parts: readonly string[]) => parts.join(", ");
  const tell: Tell = {
    campaign({ campaign }) {
      const { closed, from, to } = campaign;
      if (closed) return t("settings.campaign.told.closed", { date: date(closed) });
      if (from && to) return t("settings.campaign.told.between", { from: date(from), to: date(to) });
      if (from) return t("settings.campaign.told.from", { date: date(from) });
      if (to)
        return t(isOpenOn(campaign, today) ? "settings.campaign.told.to" : "settings.campaign.told.over", {
          date: date(to),
        });
      return t("settings.campaign.told.open");
    },
    introduction: ({ introduction }) => (introduction ? own(introduction) : t("settings.introduction.none")),
    reasons({ reasons }) {
      const hidden = reasons.filter((each) => each.hidden).length;
      return t("settings.reasons.told", { shown: reasons.length - hidden, hidden });
    },
    languages: ({ languages: tags }) =>
      tags === null
        ? t("settings.languages.all")
        : all(tags.map((tag) => languages.find((each) => each.tag === tag)?.name ?? tag)),
    calendar: ({ reports, presence }) =>
      t("settings.calendar.told", {
        day: reports.dayOfMonth,
        weekday: weekdays[presence.weekday - 1],
      }),
    lampOwners: ({ lampOwners }) => all(lampOwners.map(({ name }) => own(name))),
    light: ({ maintenance, leastLux, usual: { height, flux } }) =>
      t("settings.light.told", {
        maintenance: figure(maintenance),
        leastLux: figure(leastLux),
        height: figure(height),
        flux: figure(flux),
      }),
    dimming: ({ dimming }) =>
      dimming.length === 0 ? t("settings.dimming.none") : all(dimming.map(({ name }) => own(name))),
    lightClasses: ({ classes }) => all([...new Set(Object.values(classes))].sort()),
    lightOptions: ({ options }) => all(options.map(({ name }) => own(name))),
    contacts: ({ contacts, faultReport }) =>
      all([...contacts.map(({ number }) => number), own(faultReport.name)]),
    privacy: ({ controller, dataProtectionOfficer }) =>
      all([own(controller.name), own(dataProtectionOfficer.name)]),
    accessibility: ({ body }) => own(body.name),
    approvers: ({ approvers }) => t(`settings.approvers.${approvers}`),
  };
  // The name and its value come from one setting; the compiler cannot follow that.
  return (name: SettingName, value: SettingValue) => (tell[name] as (value: SettingValue) => string)(value);
}
