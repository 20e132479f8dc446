/**
 * Step one: where. Search, a list in steps, one's own position, a press on the map or its sight, in any order and to the
 * same precision. Whatever was chosen is read back below and can be moved.
 */
import { movedBy } from "@trygg/shared/geo/distance.ts";
import type { LngLat } from "@trygg/shared/geo/sweref.ts";
import { openSearch } from "@trygg/shared/place/search.ts";
import { type ReportDraft, nowhere, pointOf } from "@trygg/shared/reports/draft.ts";
import { LocateFixed, Map as MapIcon } from "lucide-react";
import { Suspense, lazy, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { findOwnPosition } from "../../place/own-position.ts";
import { usePlaceWords as useWords } from "../../place/place-words.ts";
import { usePlaces } from "../../place/places.tsx";
import { useTown } from "../../place/town.tsx";
import { Button } from "../../ui/button.tsx";
import { Combobox } from "../../ui/combobox.tsx";
import { FaultBoundary } from "../../ui/fault-boundary.tsx";
import { Message } from "../../ui/message.tsx";
import { ChosenPlace, type Moved } from "./chosen-place.tsx";
import { ListWay } from "./list-way.tsx";
import css from "./where-step.module.css";

/** Anew each time the map is opened: what was out of reach may be within it by then. */
const fetchPickMap = () => lazy(() => import("./pick-map.tsx"));

interface Props {
  draft: ReportDraft;
  onDraft(change: Partial<ReportDraft>): void;
}

/** A position that may be wrong by more metres than this is worth a warning. */
const ROUGH = 50;

/** What is known of the chosen point beside itself. */
interface Told {
  moved: Moved | null;
  roughMetres: number | null;
}
const asChosen: Told = { moved: null, roughMetres: null };

type Trouble = "noPosition" | "outside" | null;

export function WhereStep({ draft, onDraft }: Props) {
  const { t } = useTranslation();
  const { areas } = useTown();
  const known = usePlaces();
  const words = usePlaceWords(draft);
  const [PickMap, setPickMap] = useState<ReturnType<typeof fetchPickMap> | null>(null);
  const opener = useId();
  const [locating, setLocating] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [told, setTold] = useState(asChosen);
  const choose = (change: Partial<ReportDraft>, about = asChosen) => {
    setTrouble(null);
    setTold(about);
    onDraft({ ...nowhere, ...change });
  };
  const choosePoint = async (at: LngLat, about = asChosen) => {
    // The national grid is fetched only where it is needed; without it the server has the last word.
    const grid = await import("../../place/in-centre.ts").catch(() => null);
    if (grid && !grid.isInCentre(at, areas)) setTrouble("outside");
    else choose({ at }, about);
  };
  const locate = async () => {
    if (locating) return;
    setLocating(true);
    const found = await findOwnPosition().catch(() => null);
    setLocating(false);
    if (!found) return setTrouble("noPosition");
    const { longitude, latitude, accuracy } = found;
    const roughMetres = accuracy > ROUGH ? Math.ceil(accuracy / 10) * 10 : null;
    await choosePoint({ lng: longitude, lat: latitude }, { moved: null, roughMetres });
  };
  const point = pointOf(draft, known);
  // Where a press has led to that is not drawn yet: the next may come before.
  const ahead = useRef<{ at: LngLat; about: Told }>(null);
  const move = async (by: Moved) => {
    const from = ahead.current ?? (point ? { at: point, about: told } : null);
    if (!from) return;
    const { moved, roughMetres } = from.about;
    const sum = { east: (moved?.east ?? 0) + by.east, north: (moved?.north ?? 0) + by.north };
    const to = { at: movedBy(from.at, by), about: { moved: sum, roughMetres } };
    ahead.current = to;
    await choosePoint(to.at, to.about);
    if (ahead.current === to) ahead.current = null;
  };

  return (
    <div className={css.step} id="place">
      <p className={`${css.lead} ${css.scripted}`}>{t("form.where.ways")}</p>
      <div className={css.scripted}>
        <SearchWay onChoose={(place) => choose({ place })} />
      </div>
      <ListWay draft={draft} onDraft={choose} />
      <div className={`${css.ways} ${css.scripted}`}>
        <Button
          icon={<LocateFixed aria-hidden="true" />}
          aria-disabled={locating}
          onClick={() => void locate()}
        >
          {t("form.where.mine")}
        </Button>
        <Button
          icon={<MapIcon aria-hidden="true" />}
          id={opener}
          aria-expanded={PickMap !== null}
          onClick={() => setPickMap(PickMap ? null : fetchPickMap)}
        >
          {t("form.where.map")}
        </Button>
      </div>
      {PickMap ? (
        <div className={css.onMap}>
          {/* Its script may be out of reach, and the other ways are not. */}
          <FaultBoundary instead={<Message tone="wrong">{t("form.where.mapFailed")}</Message>}>
            <Suspense fallback={null}>
              <PickMap at={point} opener={opener} onPick={(at) => void choosePoint(at)} />
            </Suspense>
          </FaultBoundary>
        </div>
      ) : null}
      <p role="status" className={locating ? undefined : "visually-hidden"}>
        {locating ? t("form.where.locating") : null}
      </p>
      {trouble ? <Message tone="wrong">{t(`form.where.${trouble}`)}</Message> : null}
      <ChosenPlace words={words} {...told} onMove={(by) => void move(by)} />
    </div>
  );
}

/** In the page's own memory: nobody is told what was looked for. */
function SearchWay({ onChoose }: { onChoose(id: string): void }) {
  const { t } = useTranslation();
  const { places: all } = usePlaces();
  const places = useMemo(() => all.filter(({ area }) => area !== undefined), [all]);
  const search = useMemo(() => openSearch(places), [places]);
  const [query, setQuery] = useState("");
  const found = search.find(query, 6);
  // The town's own names say best what can be typed.
  const [first, second] = (["square", "crossing"] as const).map((kind) =>
    places.find((each) => each.kind === kind),
  );
  return (
    <Combobox
      label={t("form.where.search")}
      hint={
        first && second ? t("form.where.searchHint", { first: first.name, second: second.name }) : undefined
      }
      query={query}
      onQuery={setQuery}
      options={found.map(({ id, name, kind }) => ({ id, label: name, note: t(`place.kind.${kind}`) }))}
      onChoose={(id) => {
        setQuery("");
        onChoose(id);
      }}
      found={t("form.where.found", { count: found.length })}
    />
  );
}

/** The place of a draft in words: the name of a place or stretch, or what a point lies near. */
export function usePlaceWords({ place, at }: ReportDraft): string | null {
  const { t } = useTranslation();
  const { places, stretches } = usePlaces();
  const words = useWords();
  const stretch = stretches.find(({ id }) => id === place);
  if (stretch) return words.stretch(stretch);
  if (at) return words.of(at) ?? t("form.where.point");
  return places.find(({ id }) => id === place)?.name ?? null;
}
