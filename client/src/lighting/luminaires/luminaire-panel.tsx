/** "Armaturer": the luminaires that lamps can have, a file more, and what is computed with where none is known. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { Luminaire } from "@trygg/shared/lighting/luminaire.ts";
import { Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { mayEditLamps } from "../lamps/editors.ts";
import { useWorker } from "../../accounts/worker.tsx";
import { queryClient, trpc } from "../../api.ts";
import { Answer } from "../../ui/answer.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { useDate } from "../../ui/date.ts";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { useErrorWords } from "../../ui/error-words.ts";
import { useNumber } from "../../ui/locale.ts";
import { Message } from "../../ui/message.tsx";
import { AddLuminaire } from "./add-luminaire.tsx";
import css from "./luminaires.module.css";
import { LuminaireView } from "./luminaire-view.tsx";
import { Pictures } from "./pictures.tsx";

export default function LuminairePanel() {
  const { t } = useTranslation();
  const words = useErrorWords();
  const mayEdit = mayEditLamps(useWorker().role);
  const luminaires = useQuery(trpc.lighting.luminaires.queryOptions());
  const [told, setTold] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<Luminaire | null>(null);
  const remove = useMutation(
    trpc.lighting.removeLuminaire.mutationOptions({
      onSuccess: () => {
        setTold(t("luminaires.removed", { name: leaving?.name }));
        void queryClient.invalidateQueries({ queryKey: trpc.lighting.pathKey() });
      },
      onSettled: () => setLeaving(null),
    }),
  );
  return (
    <>
      <h2>{t("desk.panel.luminaires")}</h2>
      <p className={css.text}>{t("luminaires.text")}</p>
      {told ? (
        <Message tone="done" live>
          {told}
        </Message>
      ) : null}
      {remove.error ? <Message tone="wrong">{words(remove.error)}</Message> : null}
      {mayEdit ? <AddLuminaire onAdded={({ name }) => setTold(t("luminaires.added", { name }))} /> : null}
      <Answer to={luminaires} lines={6}>
        {(data) => (
          <ul className={css.list}>
            {data.map((luminaire) => (
              <Card
                key={luminaire.id}
                luminaire={luminaire}
                onRemove={mayEdit ? () => setLeaving(luminaire) : undefined}
              />
            ))}
            <StandIn none={data.length === 0} />
          </ul>
        )}
      </Answer>
      {leaving ? (
        <Dialog title={t("luminaires.sure", { name: leaving.name })} onClose={() => setLeaving(null)}>
          <DialogButtons>
            <Button look="main" disabled={remove.isPending} onClick={() => remove.mutate({ id: leaving.id })}>
              {t("luminaires.yes")}
            </Button>
            <Button look="quiet" onClick={() => setLeaving(null)}>
              {t("luminaires.no")}
            </Button>
          </DialogButtons>
        </Dialog>
      ) : null}
    </>
  );
}

function Card({ luminaire, onRemove }: { luminaire: Luminaire; onRemove: (() => void) | undefined }) {
  const { t } = useTranslation();
  const date = useDate();
  const number = useNumber();
  const [open, setOpen] = useState(false);
  const { name, power, distribution, fileName, addedOn, lamps } = luminaire;
  const figures = [
    `${number(Math.round(distribution.flux))} lm`,
    power === null ? null : `${number(power)} W`,
    power === null ? null : `${number(Math.round(distribution.flux / power))} lm/W`,
  ];
  return (
    <li className={css.item}>
      <div className={css.head}>
        <h3 className={css.name}>{name}</h3>
        <span className={css.note}>{t("luminaires.lamps", { count: lamps })}</span>
      </div>
      <p className={css.note}>
        {figures.filter((each) => each).join(" · ")}
        <br />
        {t("luminaires.from", { file: fileName, date: date(addedOn) })}
      </p>
      <details className={css.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t("luminaires.show")}</summary>
        {open ? <LuminaireView told={luminaire} /> : null}
      </details>
      {onRemove ? (
        lamps > 0 ? (
          <p className={css.note}>{t("luminaires.used", { count: lamps })}</p>
        ) : (
          <span>
            <Button
              icon={<Trash2 aria-hidden="true" />}
              aria-label={t("luminaires.removeThis", { name })}
              onClick={onRemove}
            >
              {t("luminaires.remove")}
            </Button>
          </span>
        )
      ) : null}
    </li>
  );
}

/** What lamps without a luminaire are computed with: labelled, and its figures open to see. */
function StandIn({ none }: { none: boolean }) {
  const { t } = useTranslation();
  const number = useNumber();
  const basis = useQuery(trpc.lighting.basis.queryOptions());
  const { lighting } = basis.data ?? {};
  const pictured = useMemo(
    () => lighting && { shape: lighting.standIn, flux: lighting.usual.flux },
    [lighting],
  );
  return (
    <li className={css.item}>
      {none ? <Message>{t("luminaires.none")}</Message> : null}
      <div className={css.head}>
        <h3 className={css.name}>{t("luminaires.standIn.title")}</h3>
        <Badge tone="behind">{t("luminaires.standIn.badge")}</Badge>
      </div>
      <p className={css.note}>{t("luminaires.standIn.text")}</p>
      {lighting && pictured ? (
        <>
          <p className={css.note}>
            {t("luminaires.standIn.figures", {
              flux: number(lighting.usual.flux),
              height: number(lighting.usual.height),
            })}
          </p>
          <Pictures pictured={pictured} height={lighting.usual.height} />
        </>
      ) : null}
    </li>
  );
}
