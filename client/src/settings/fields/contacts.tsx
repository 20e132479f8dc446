/** Whom to call, where faults are reported, and where the button that leaves the page leads. */
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import type { FieldsProps } from "../fields-props.ts";
import { LinkFields } from "../link-fields.tsx";
import { ListButtons, changedAt, moved } from "../list-buttons.tsx";
import css from "../settings.module.css";
import { WordsFields, noWords } from "../words-fields.tsx";

export function ContactsFields({ value, onValue, wrong, answer }: FieldsProps<"contacts">) {
  const { t } = useTranslation();
  const { contacts, faultReport, quickExit } = value;
  const { languages } = answer;
  const change = (to: typeof contacts) => onValue({ ...value, contacts: to });
  // 112 stays first.
  const move = (at: number, to: number) =>
    to >= 1 && to < contacts.length ? () => change(moved(contacts, at, to)) : undefined;
  return (
    <>
      <ul className={css.list}>
        {contacts.map((contact, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the number is being typed
          <li key={index} className={css.row}>
            <div className={css.line}>
              <strong className={css.name}>{contact.number || t("settings.contacts.new")}</strong>
              {index === 0 ? (
                <span className={css.note}>{t("settings.contacts.first")}</span>
              ) : (
                <ListButtons
                  name={contact.number || t("settings.contacts.new")}
                  onUp={move(index, index - 1)}
                  onDown={move(index, index + 1)}
                  onRemove={() => change(changedAt(contacts, index))}
                />
              )}
            </div>
            {index === 0 ? null : (
              <TextField
                type="tel"
                label={t("settings.contacts.number")}
                value={contact.number}
                error={wrong(`contacts.${index}.number`)}
                onChange={({ target }) =>
                  change(changedAt(contacts, index, { ...contact, number: target.value }))
                }
              />
            )}
            <WordsFields
              label={t("settings.contacts.before")}
              words={contact.name}
              onWords={(name) => change(changedAt(contacts, index, { ...contact, name }))}
              languages={languages}
              path={`contacts.${index}.name`}
              wrong={wrong}
            />
          </li>
        ))}
      </ul>
      {wrong("contacts") ? <p className={css.wrong}>{wrong("contacts")}</p> : null}
      <div className={css.buttons}>
        <Button
          icon={<Plus aria-hidden="true" />}
          onClick={() => change([...contacts, { number: "", name: noWords }])}
        >
          {t("settings.contacts.add")}
        </Button>
      </div>
      <LinkFields
        title={t("settings.contacts.faultReport")}
        link={faultReport}
        onLink={(link) => onValue({ ...value, faultReport: link })}
        languages={languages}
        path="faultReport"
        wrong={wrong}
      />
      <TextField
        type="url"
        label={t("settings.contacts.quickExit")}
        hint={t("settings.contacts.quickExitHint")}
        value={quickExit.url}
        error={wrong("quickExit.url")}
        onChange={({ target }) => onValue({ ...value, quickExit: { url: target.value } })}
      />
    </>
  );
}
