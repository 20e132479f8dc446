/** One setting: what it is for, how it stands, and its fields once they are opened. */
import type { SettingName, SettingsAnswer } from "@trygg/shared/place/settings.ts";
import type { ComponentType, FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { useTries } from "../ui/use-tries.ts";
import { fields } from "./fields.ts";
import type { FieldsProps } from "./fields-props.ts";
import { usePresent } from "./present.ts";
import { type SettingDraft, isSame, isTouched, wrongFields } from "./setting-draft.ts";
import css from "./settings.module.css";

interface Props {
  name: SettingName;
  answer: SettingsAnswer;
  /** The one that is being changed, where it is this one. */
  draft: SettingDraft | null;
  onDraft(draft: SettingDraft): void;
  onOpen(): void;
  onClose(): void;
  onSave(): void;
  onReset(): void;
  saving: boolean;
  /** What was saved last, or what stands in the way of saving. */
  told: ReactNode;
}

export function SettingSection({ name, answer, draft, told, ...actions }: Props) {
  const { t } = useTranslation();
  const date = useDate();
  const present = usePresent(answer);
  const { value, usual, changedOn } = answer.settings[name];
  const differs = !isSame(value, usual);
  return (
    <section className={css.section} data-open={draft !== null} aria-labelledby={`setting-${name}`}>
      <div className={css.head}>
        <div className={css.what}>
          <h3 id={`setting-${name}`}>{t(`settings.${name}.title`)}</h3>
          <p className={css.note}>{t(`settings.${name}.what`)}</p>
          <p>
            <strong>{present(name, value)}</strong>
          </p>
          {name === "calendar" ? (
            <p className={css.note}>
              {t("settings.calendar.next", {
                reports: date(answer.next.reports),
                presence: date(answer.next.presence),
              })}
            </p>
          ) : null}
          {differs && changedOn ? (
            <p className={css.note}>
              {t("settings.changed", { date: date(changedOn) })}{" "}
              {t("settings.usual", { value: present(name, usual) })}
            </p>
          ) : null}
        </div>
        {draft ? null : (
          <Button
            aria-label={t("settings.change", { name: t(`settings.${name}.title`) })}
            onClick={actions.onOpen}
          >
            {t("settings.open")}
          </Button>
        )}
      </div>
      {draft ? null : told}
      {draft ? (
        <SettingForm {...actions} name={name} answer={answer} draft={draft} told={told} differs={differs} />
      ) : null}
    </section>
  );
}

interface FormProps extends Omit<Props, "draft" | "onOpen"> {
  draft: SettingDraft;
  differs: boolean;
}

function SettingForm({ name, answer, draft, differs, told, saving, ...actions }: FormProps) {
  const { t } = useTranslation();
  const { form, tried, pointAtWrong } = useTries();
  const found = wrongFields(name, draft.value);
  // Each setting's fields take its own value; which it is, the compiler cannot follow.
  const Fields = fields[name] as unknown as ComponentType<FieldsProps<SettingName>>;
  const wrong = (path: string) => {
    const each = tried ? found.get(path) : undefined;
    return each && t(`settings.wrong.${each}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (found.size > 0) pointAtWrong();
    else actions.onSave();
  };
  return (
    <form className={css.form} ref={form} noValidate onSubmit={submit}>
      <Fields
        value={draft.value}
        onValue={(value) => actions.onDraft({ ...draft, value })}
        wrong={wrong}
        answer={answer}
      />
      {told}
      <div className={css.buttons}>
        <Button look="main" type="submit" disabled={saving || !isTouched(draft)}>
          {t("settings.save")}
        </Button>
        <Button look="quiet" onClick={actions.onClose}>
          {t("ui.cancel")}
        </Button>
        {differs ? (
          <Button disabled={saving} onClick={actions.onReset}>
            {t("settings.reset")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
