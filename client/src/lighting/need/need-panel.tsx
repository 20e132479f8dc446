/**
 * "Mest oro i mörker": areas by voices in the dark, with the lamps that reach them and their status; and squares by the
 * need for light with its parts, and why.
 */
import { lampStatuses } from "@trygg/shared/lighting/schema.ts";
import { needParts } from "@trygg/shared/siting/schema.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { changeView, useView } from "../../map/use-view.ts";
import { newMeasure } from "../../measures/measure-draft.ts";
import { useMeasureWork } from "../../measures/measure-work.ts";
import { useSquareName } from "../../place/square-name.ts";
import { useNames, useTown } from "../../place/town.tsx";
import { Answer } from "../../ui/answer.tsx";
import { Button } from "../../ui/button.tsx";
import { ChooseOne } from "../../ui/choice.tsx";
import { Message } from "../../ui/message.tsx";
import css from "./need-panel.module.css";
import { NeedShown, NeedWeights } from "./need-weights.tsx";
import { type ShownSquare, useNeed, useNeedSquares } from "./use-need.ts";
import { useWhyWords } from "./why-words.ts";

const SHOWN = 20;

type Need = NonNullable<ReturnType<typeof useNeed>["data"]>;
type Lamps = Need["areas"][number]["lamps"];

export function NeedPanel() {
  const { t } = useTranslation();
  const { setDraft, discard } = useMeasureWork();
  const { place } = useTown();
  const [grain, setGrain] = useState<"areas" | "squares">("areas");
  const need = useNeed();
  const beginMeasure = (area: string) =>
    discard(() => {
      setDraft(newMeasure(area));
      changeView({ panel: "measures", selected: area, layers: null });
    });
  return (
    <>
      <h2>{t("desk.panel.need")}</h2>
      <p className={css.text}>{t("lighting.need.text")}</p>
      <ChooseOne
        look="segments"
        hideLegend
        legend={t("lighting.need.grain")}
        value={grain}
        options={(["areas", "squares"] as const).map((value) => ({
          value,
          label: t(`lighting.need.${value}`),
        }))}
        onChange={setGrain}
      />
      <NeedShown />
      <Answer to={need} lines={6}>
        {(data) =>
          grain === "areas" ? (
            <AreaList areas={data.areas} onMeasure={beginMeasure} />
          ) : (
            <SquareList need={data} onMeasure={beginMeasure} />
          )
        }
      </Answer>
      <NeedWeights />
      <p className={css.caveat}>
        {t("lighting.need.caveat", place.schematic ? { context: "schematic" } : {})}
      </p>
    </>
  );
}

interface ListProps {
  onMeasure(area: string): void;
}

function AreaList({ areas, onMeasure }: ListProps & { areas: Need["areas"] }) {
  const { t } = useTranslation();
  const names = useNames();
  const lampWords = useLampWords();
  if (areas.length === 0) return <Message>{t("reports.none")}</Message>;
  return (
    <ol className={css.list}>
      {areas.slice(0, SHOWN).map(({ area, voices, lamps }) => (
        <Row key={area} id={area} area={area} onMeasure={onMeasure}>
          <span className={css.name}>{names.area(area)}</span>
          <span className={css.figure}>{t("reports.voices", { count: voices })}</span>
          <span className={css.more}>{lampWords(lamps)}</span>
        </Row>
      ))}
    </ol>
  );
}

function SquareList({ need, onMeasure }: ListProps & { need: Need }) {
  const { t } = useTranslation();
  const names = useNames();
  const squareName = useSquareName();
  const lampWords = useLampWords();
  const whyWords = useWhyWords();
  const squares = useNeedSquares();
  const told = new Map(need.squares.map((each) => [each.square, each]));
  return (
    <ol className={css.list}>
      {squares.slice(0, SHOWN).map((each) => {
        const { square, area, shown } = each;
        const { reasons = [], lamps } = told.get(square) ?? {};
        return (
          <Row key={square} id={square} area={area} onMeasure={onMeasure}>
            <span className={css.name}>{squareName(square)}</span>
            <span className={css.figure}>
              {t("lighting.need.share", { percent: Math.round(100 * shown) })}
            </span>
            <Parts parts={each.parts} />
            <span className={css.more}>{whyWords(each)}</span>
            {reasons.length > 0 ? (
              <span className={css.more}>{reasons.map(({ reason }) => names.reason(reason)).join(", ")}</span>
            ) : null}
            {lamps ? <span className={css.more}>{lampWords(lamps)}</span> : null}
          </Row>
        );
      })}
    </ol>
  );
}

/** The parts as bars beside each other; the sentence below says the same in words. */
function Parts({ parts }: Pick<ShownSquare, "parts">) {
  const { t } = useTranslation();
  return (
    <span className={css.parts} aria-hidden="true">
      {needParts.map((part) => (
        <span key={part}>
          {t(`lighting.need.part.${part}`)}
          <span className={css.bar}>
            <span style={{ inlineSize: `${Math.round(100 * parts[part])}%` }} />
          </span>
        </span>
      ))}
    </span>
  );
}

function Row({
  id,
  area,
  onMeasure,
  children,
}: ListProps & { id: string; area: string; children: ReactNode }) {
  const { t } = useTranslation();
  const { selected } = useView();
  return (
    <li className={css.item} data-selected={selected === id || undefined}>
      <button type="button" className={css.row} onClick={() => changeView({ selected: id })}>
        {children}
      </button>
      {selected === id ? (
        <Button look="plain" onClick={() => onMeasure(area)}>
          {t("lighting.need.addMeasure")}
        </Button>
      ) : null}
    </li>
  );
}

function useLampWords(): (lamps: Lamps) => string {
  const { t } = useTranslation();
  return (lamps) => {
    const counts = lampStatuses.filter((status) => lamps[status] > 0);
    if (counts.length === 0) return t("lighting.need.noLamps");
    const counted = counts.map((status) => t(`lighting.count.${status}`, { count: lamps[status] }));
    return t("lighting.need.lamps", { counts: counted.join(", ") });
  };
}
