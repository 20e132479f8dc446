/** The reasons of the report form: their words, order and pictures, which are shown, and the town's own. */
import { type Reason, MOST_TOWN_REASONS, reasonGroups } from "@trygg/shared/place/categories.ts";
import { type ReasonIconName, reasonIcons } from "@trygg/shared/place/reason-icons.ts";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../../i18n/index.ts";
import { ReasonIcon } from "../../reports/reason-icon.tsx";
import { Button } from "../../ui/button.tsx";
import { ChooseMany, ChooseOne } from "../../ui/choice.tsx";
import type { FieldsProps } from "../fields-props.ts";
import { ListButtons, changedAt, moved } from "../list-buttons.tsx";
import css from "../settings.module.css";
import { withId } from "../with-id.ts";
import { WordsFields, noWords } from "../words-fields.tsx";

type Group = Reason["group"];

export function ReasonsFields({ value, onValue, wrong, answer }: FieldsProps<"reasons">) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState<number | null>(null);
  const { reasons } = value;
  const idsOf = (list: Reason[]) => list.map(({ id }) => id);
  const stored = idsOf(answer.settings.reasons.value.reasons);
  const usual = idsOf(answer.settings.reasons.usual.reasons);
  const change = (to: Reason[]) => onValue({ reasons: to });
  const set = (at: number, reason: Reason) => change(changedAt(reasons, at, withId(reason, stored)));
  const hide = (at: number, { hidden, ...reason }: Reason) =>
    change(changedAt(reasons, at, hidden ? reason : { ...reason, hidden: true }));
  const add = (group: Group) => {
    setOpen(reasons.length);
    change([
      ...reasons,
      { id: "", feeling: group === "safe" ? "safe" : "unsafe", group, name: noWords, icon: "ellipsis" },
    ]);
  };
  return (
    <>
      {reasonGroups.map((group) => {
        const places = reasons.flatMap((reason, at) => (reason.group === group ? [at] : []));
        return (
          <fieldset key={group} className={css.group}>
            <legend>{t(`form.reasons.${group}`)}</legend>
            <ul className={css.list}>
              {places.map((at, index) => {
                const reason = reasons[at] as Reason;
                const called = say(reason.name, i18n.language) || t("settings.reasons.new");
                const move = (to: number | undefined) =>
                  to === undefined
                    ? undefined
                    : () => {
                        setOpen(null);
                        change(moved(reasons, at, to));
                      };
                const isWrong = wrong(`reasons.${at}.name.sv`) ?? wrong(`reasons.${at}.name.en`);
                const isOpen = open === at || isWrong !== undefined;
                return (
                  <li key={at} className={css.row}>
                    <div className={css.line}>
                      <span className={css.name} data-hidden={reason.hidden}>
                        <ReasonIcon name={reason.icon} />
                        {called}
                      </span>
                      {reason.hidden ? (
                        <span className={css.note}>{t("settings.reasons.hidden")}</span>
                      ) : null}
                      <Button
                        look="quiet"
                        aria-expanded={isOpen}
                        aria-label={t("settings.change", { name: called })}
                        onClick={() => setOpen(open === at ? null : at)}
                      >
                        {t("settings.open")}
                      </Button>
                      <Button
                        look="quiet"
                        aria-label={t(`settings.reasons.${reason.hidden ? "showThis" : "hideThis"}`, {
                          name: called,
                        })}
                        onClick={() => hide(at, reason)}
                      >
                        {t(`settings.reasons.${reason.hidden ? "show" : "hide"}`)}
                      </Button>
                      <ListButtons
                        name={called}
                        onUp={move(places[index - 1])}
                        onDown={move(places[index + 1])}
                        onRemove={
                          usual.includes(reason.id)
                            ? undefined
                            : () => {
                                setOpen(null);
                                change(changedAt(reasons, at));
                              }
                        }
                      />
                    </div>
                    {isOpen ? (
                      <>
                        <WordsFields
                          label={t("settings.name")}
                          words={reason.name}
                          onWords={(name) => set(at, { ...reason, name })}
                          languages={answer.languages}
                          path={`reasons.${at}.name`}
                          wrong={wrong}
                        />
                        <IconChoice icon={reason.icon} onIcon={(icon) => set(at, { ...reason, icon })} />
                      </>
                    ) : null}
                  </li>
                );
              })}
            </ul>
            {reasons.length < MOST_TOWN_REASONS ? (
              <div className={css.buttons}>
                <Button icon={<Plus aria-hidden="true" />} onClick={() => add(group)}>
                  {t("settings.reasons.add")}
                </Button>
              </div>
            ) : null}
          </fieldset>
        );
      })}
      {wrong("reasons") ? <p className={css.wrong}>{wrong("reasons")}</p> : null}
      <Preview reasons={reasons} />
    </>
  );
}

function IconChoice({ icon, onIcon }: { icon: ReasonIconName; onIcon(icon: ReasonIconName): void }) {
  const { t } = useTranslation();
  return (
    <ChooseOne
      legend={t("settings.reasons.icon")}
      value={icon}
      options={reasonIcons.map((name) => ({
        value: name,
        label: <span className="visually-hidden">{t(`settings.reasons.icons.${name}`)}</span>,
        icon: <ReasonIcon name={name} />,
      }))}
      onChange={onIcon}
    />
  );
}

/** As residents see it, but for the words of the steps around it. */
function Preview({ reasons }: { reasons: readonly Reason[] }) {
  const { t, i18n } = useTranslation();
  return (
    <section className={css.group}>
      <h4>{t("settings.reasons.preview")}</h4>
      <div className={css.preview} inert>
        {reasonGroups.map((group) => (
          <ChooseMany
            key={group}
            look="tiles"
            legend={t(`form.reasons.${group}`)}
            values={[] as string[]}
            options={reasons
              .filter((reason) => reason.group === group && !reason.hidden)
              .map(({ id, name, icon }) => ({
                value: id,
                label: say(name, i18n.language),
                icon: <ReasonIcon name={icon} />,
              }))}
            onChange={() => undefined}
          />
        ))}
      </div>
    </section>
  );
}
