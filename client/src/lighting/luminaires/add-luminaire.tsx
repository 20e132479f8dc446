/** A photometric file is looked at before it is stored: what it says, its pictures, and how its axes are turned. */
import { useMutation } from "@tanstack/react-query";
import type { Luminaire } from "@trygg/shared/lighting/luminaire.ts";
import {
  LONGEST_PHOTOMETRY,
  type PhotometricFile,
  type Turn,
  readPhotometry,
  turns,
} from "@trygg/shared/photometry/file.ts";
import { Unreadable } from "@trygg/shared/photometry/unreadable.ts";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../../api.ts";
import { FileField } from "../../imports/file-field.tsx";
import { Button } from "../../ui/button.tsx";
import { ChooseOne } from "../../ui/choice.tsx";
import { useErrorWords } from "../../ui/error-words.ts";
import { SelectField } from "../../ui/field.tsx";
import { Message } from "../../ui/message.tsx";
import css from "./luminaires.module.css";
import { LuminaireView } from "./luminaire-view.tsx";
import { readText } from "./read-file.ts";
import { usePhotometryWords } from "./refused-words.ts";

interface Chosen {
  file: File;
  text: string;
  turned?: Turn;
  lampSet?: number;
}

export function AddLuminaire({ onAdded }: { onAdded(luminaire: Luminaire): void }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const { refused } = usePhotometryWords();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const looked = useMemo(() => look(chosen), [chosen]);
  const add = useMutation(
    trpc.lighting.addLuminaire.mutationOptions({
      onSuccess: (luminaire) => {
        setChosen(null);
        onAdded(luminaire);
        void queryClient.invalidateQueries({ queryKey: trpc.lighting.pathKey() });
      },
    }),
  );
  const change = (next: Chosen | null) => {
    add.reset();
    setChosen(next);
  };
  const choose = async (file: File | null) => change(file && { file, text: await readText(file) });
  return (
    <section className={css.add} aria-label={t("luminaires.add")}>
      <FileField
        label={t("luminaires.file")}
        hint={t("luminaires.fileHint")}
        formats=".ldt,.ies,.txt"
        file={chosen?.file ?? null}
        onFile={(file) => void choose(file)}
      />
      {looked === "tooLong" ? <Message tone="wrong">{t("luminaires.tooLong")}</Message> : null}
      {looked instanceof Unreadable ? <Message tone="wrong">{refused(looked)}</Message> : null}
      {chosen && looked && looked !== "tooLong" && !(looked instanceof Unreadable) ? (
        <>
          <h3 className={css.name}>{looked.name || chosen.file.name}</h3>
          <LuminaireView told={looked} notes={looked.notes} stated={looked.stated}>
            <ChooseOne
              look="segments"
              legend={t("luminaires.turned")}
              hint={t(`luminaires.turnedHint.${looked.format}`)}
              value={String(looked.turned)}
              options={turns.map((turn) => ({ value: String(turn), label: `${turn}°` }))}
              onChange={(turn) => change({ ...chosen, turned: Number(turn) as Turn })}
            />
            {looked.sets.length > 1 ? (
              <SelectField
                label={t("luminaires.lampSet")}
                value={chosen.lampSet ?? 1}
                onChange={(event) => change({ ...chosen, lampSet: Number(event.target.value) })}
              >
                {looked.sets.map(({ name, flux, power }, index) => (
                  <option key={index} value={index + 1}>
                    {[name, flux === null ? null : `${flux} lm`, power === null ? null : `${power} W`]
                      .filter((each) => each)
                      .join(", ")}
                  </option>
                ))}
              </SelectField>
            ) : null}
          </LuminaireView>
          {add.error ? <Message tone="wrong">{words(add.error)}</Message> : null}
          <div className={css.buttons}>
            <Button
              look="main"
              disabled={add.isPending}
              onClick={() => {
                const { file, ...how } = chosen;
                add.mutate({ ...how, fileName: file.name.slice(-120) });
              }}
            >
              {t("luminaires.add")}
            </Button>
            <Button look="quiet" onClick={() => change(null)}>
              {t("ui.cancel")}
            </Button>
          </div>
        </>
      ) : null}
    </section>
  );
}

function look(chosen: Chosen | null): PhotometricFile | Unreadable | "tooLong" | null {
  if (!chosen) return null;
  if (chosen.text.length > LONGEST_PHOTOMETRY) return "tooLong";
  try {
    return readPhotometry(chosen.text, chosen);
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}
