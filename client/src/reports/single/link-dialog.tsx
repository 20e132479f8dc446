/** Chooses the measure that answers some reports; those of their area come first. */
import { useQuery } from "@tanstack/react-query";
import type { Measure } from "@trygg/shared/measures/schema.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../../api.ts";
import { useNames } from "../../place/town.tsx";
import { Answer } from "../../ui/answer.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/field.tsx";
import { useTries } from "../../ui/use-tries.ts";
import css from "./single.module.css";

interface Props {
  count: number;
  area: string | undefined;
  onLink(measure: string): void;
  onClose(): void;
}

export function LinkDialog({ count, area, onLink, onClose }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const measures = useQuery(trpc.measures.list.queryOptions());
  const [chosen, setChosen] = useState("");
  const { form, tried, pointAtWrong } = useTries();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen === "") pointAtWrong();
    else onLink(chosen);
  };
  const isHere = (measure: Measure) => Number(measure.area === area);
  return (
    <Dialog title={t("cases.link.title", { count })} onClose={onClose}>
      <form className={css.form} ref={form} noValidate onSubmit={submit}>
        <p>{t("cases.link.text")}</p>
        <Answer to={measures}>
          {(listed) => (
            <SelectField
              label={t("cases.link.measure")}
              error={tried && chosen === "" ? t("cases.link.choose") : undefined}
              value={chosen}
              onChange={({ target }) => setChosen(target.value)}
            >
              <option value="">{t("cases.link.choose")}</option>
              {listed
                .toSorted((a, b) => isHere(b) - isHere(a))
                .map(({ id, title, area: of, state }) => (
                  <option key={id} value={id}>
                    {title} – {names.area(of)} ({t(`measures.state.${state}`)})
                  </option>
                ))}
            </SelectField>
          )}
        </Answer>
        <DialogButtons>
          <Button look="main" type="submit">
            {t("cases.link.button")}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t("cases.link.back")}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
