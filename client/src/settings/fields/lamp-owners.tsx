/** Who owns lamps in town, and where each hears of a lamp that is out. */
import { type Owner, knownOwners } from "@trygg/shared/place/service.ts";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import type { FieldsProps } from "../fields-props.ts";
import { ListButtons, changedAt, moved } from "../list-buttons.tsx";
import css from "../settings.module.css";
import { withId } from "../with-id.ts";
import { WordsFields, noWords } from "../words-fields.tsx";

const known = knownOwners as readonly string[];

export function LampOwnersFields({ value, onValue, wrong, answer }: FieldsProps<"lampOwners">) {
  const { t } = useTranslation();
  const { lampOwners } = value;
  const stored = answer.settings.lampOwners.value.lampOwners.map(({ id }) => id);
  const change = (owners: Owner[]) => onValue({ lampOwners: owners });
  const set = (at: number, owner: Owner) => change(changedAt(lampOwners, at, withId(owner, stored)));
  const move = (at: number, to: number) =>
    to >= 0 && to < lampOwners.length ? () => change(moved(lampOwners, at, to)) : undefined;
  return (
    <>
      <ul className={css.list}>
        {lampOwners.map((owner, index) => {
          const { id, name, url, phone } = owner;
          const called = name.sv || t("settings.lampOwners.new");
          const path = `lampOwners.${index}`;
          return (
            // oxlint-disable-next-line react/no-array-index-key -- the id follows the name that is being typed
            <li key={index} className={css.row}>
              <div className={css.line}>
                <strong className={css.name}>{called}</strong>
                <ListButtons
                  name={called}
                  onUp={move(index, index - 1)}
                  onDown={move(index, index + 1)}
                  onRemove={known.includes(id) ? undefined : () => change(changedAt(lampOwners, index))}
                />
              </div>
              <WordsFields
                label={t("settings.name")}
                words={name}
                onWords={(words) => set(index, { ...owner, name: words })}
                languages={answer.languages}
                path={`${path}.name`}
                wrong={wrong}
              />
              {id === "municipality" ? null : (
                <div className={css.pair}>
                  <TextField
                    type="url"
                    label={t("settings.lampOwners.url")}
                    hint={t("settings.optional")}
                    value={url ?? ""}
                    error={wrong(`${path}.url`)}
                    onChange={({ target }) => set(index, { ...owner, url: target.value || null })}
                  />
                  <TextField
                    type="tel"
                    label={t("settings.lampOwners.phone")}
                    hint={t("settings.optional")}
                    value={phone ?? ""}
                    error={wrong(`${path}.phone`)}
                    onChange={({ target }) => set(index, { ...owner, phone: target.value || null })}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {wrong("lampOwners") ? <p className={css.wrong}>{wrong("lampOwners")}</p> : null}
      <div className={css.buttons}>
        <Button
          icon={<Plus aria-hidden="true" />}
          onClick={() => change([...lampOwners, { id: "", name: noWords, url: null, phone: null }])}
        >
          {t("settings.lampOwners.add")}
        </Button>
      </div>
    </>
  );
}
