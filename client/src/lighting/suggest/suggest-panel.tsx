/** "Förslag": a budget, and what to do about lamps for it: the best set, why each, how sure that is, and what it cannot know. */
import { Ban, Printer, Search, Undo2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNames, useTown } from "../../place/town.tsx";
import { Failure } from "../../ui/answer.tsx";
import { Button } from "../../ui/button.tsx";
import { ChooseOne } from "../../ui/choice.tsx";
import { SelectField, TextField } from "../../ui/field.tsx";
import { Message } from "../../ui/message.tsx";
import { SketchNote } from "../sketch-note.tsx";
import { SuggestList } from "./suggest-list.tsx";
import css from "./suggest-panel.module.css";
import { SuggestSheet } from "./suggest-sheet.tsx";
import { SuggestTold } from "./suggest-told.tsx";
import { type MapPicture, isAmount, useSuggestWork } from "./suggest-work.tsx";
import { useGiven } from "./use-given.ts";

export function SuggestPanel() {
  const { t } = useTranslation();
  const { asked, before, answer, progress, error, run, cancel } = useSuggestWork();
  const given = useGiven();
  return (
    <>
      <h2>{t("desk.panel.suggest")}</h2>
      <p className={css.text}>{t("suggest.text")}</p>
      <SketchNote />
      <SuggestForm />
      <div role="status" className={css.status}>
        {progress ? (
          <>
            <span>{t(`suggest.stage.${progress.stage}`)}</span>
            <progress aria-label={t("suggest.progress")} max={1} value={progress.done} />
            <Button icon={<Ban aria-hidden="true" />} onClick={cancel}>
              {t("suggest.cancel")}
            </Button>
          </>
        ) : null}
      </div>
      {error ? <Failure error={error} onAgain={() => run(given)} /> : null}
      {before ? (
        <Button icon={<Undo2 aria-hidden="true" />} onClick={() => run(given, before)}>
          {t("suggest.undo")}
        </Button>
      ) : null}
      {answer && answer.chosen.length === 0 ? <Message>{t("suggest.none")}</Message> : null}
      {answer && answer.chosen.length > 0 ? (
        <>
          <SuggestTold answer={answer} />
          <Print />
          <SuggestList sites={answer.chosen} runs={answer.runs} />
        </>
      ) : null}
      {asked.excluded.length > 0 ? (
        <Button look="quiet" onClick={() => run(given, { excluded: [] })}>
          {t("suggest.takeBack", { count: asked.excluded.length })}
        </Button>
      ) : null}
      <section className={css.unknown}>
        <h3>{t("suggest.unknown.title")}</h3>
        <p className={css.text}>
          {t("suggest.unknown.text")} {answer?.footfall === false ? t("lighting.need.noFootfall") : null}
        </p>
      </section>
    </>
  );
}

function SuggestForm() {
  const { t, i18n } = useTranslation();
  const { areas } = useTown();
  const names = useNames();
  const { asked, progress, change, run } = useSuggestWork();
  const given = useGiven();
  const [tried, setTried] = useState(false);
  const { by, area } = asked;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isAmount(asked)) run(given);
  };
  return (
    <form className={css.form} noValidate onSubmit={submit}>
      <ChooseOne
        look="segments"
        legend={t("suggest.budget")}
        value={by}
        options={(["kronor", "count"] as const).map((value) => ({ value, label: t(`suggest.by.${value}`) }))}
        onChange={(value) => change({ by: value })}
      />
      <TextField
        label={t(`suggest.amount.${by}`)}
        value={asked[by]}
        inputMode="numeric"
        maxLength={12}
        error={tried && !isAmount(asked) ? t(`suggest.wrong.${by}`) : null}
        onChange={({ target }) => change({ [by]: target.value })}
      />
      <SelectField
        label={t("suggest.area")}
        value={area}
        onChange={({ target }) => change({ area: target.value })}
      >
        <option value="">{t("suggest.everywhere")}</option>
        {areas
          .map(({ id }) => ({ id, name: names.area(id) }))
          .toSorted((a, b) => a.name.localeCompare(b.name, i18n.language))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </SelectField>
      <Button look="main" type="submit" icon={<Search aria-hidden="true" />} disabled={isWorking(progress)}>
        {t("suggest.run")}
      </Button>
    </form>
  );
}

/** How steady an answer is may be worked out while the next is asked for. */
const isWorking = (progress: ReturnType<typeof useSuggestWork>["progress"]) =>
  progress !== null && progress.stage !== "varying";

/** The sheet comes on paper once the picture of the map in it has been read. */
function Print() {
  const { t } = useTranslation();
  const { takePicture } = useSuggestWork();
  const [sheet, setSheet] = useState<{ id: string; picture: MapPicture | null } | null>(null);
  return (
    <>
      <Button
        icon={<Printer aria-hidden="true" />}
        onClick={() => void takePicture().then((picture) => setSheet({ id: crypto.randomUUID(), picture }))}
      >
        {t("suggest.print")}
      </Button>
      {sheet ? (
        <SuggestSheet key={sheet.id} picture={sheet.picture} onPrinted={() => setSheet(null)} />
      ) : null}
    </>
  );
}
