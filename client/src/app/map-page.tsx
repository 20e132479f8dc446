/** Karta: the public map with its layers, legends, clock and what is known of the selected area. */
import { List, MapPinPlus, Layers } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ClockBar } from "../clock/clock-bar.tsx";
import { LayerPanel, useShownLayers } from "../layers/layer-panel.tsx";
import { publicLayers } from "../layers/order.ts";
import { OwnPin } from "../layers/own-pin.tsx";
import { Follow } from "../map/follow.tsx";
import { LazyMap } from "../map/lazy-map.tsx";
import type { Pick } from "../map/town-map.tsx";
import { changeView, useView } from "../map/use-view.ts";
import { emptyView, writeView } from "../map/view.ts";
import { AreaCard } from "./area-card.tsx";
import { AreaList } from "./area-list.tsx";
import { MapCaption } from "./map-caption.tsx";
import { Contacts } from "../place/contacts.tsx";
import { useMiddleOf } from "../place/middle-of.ts";
import { useTown } from "../place/town.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { useNarrow } from "../ui/media.ts";
import { Sheet } from "../ui/sheet.tsx";
import css from "./map-page.module.css";

const shownLayers = { layers: publicLayers, usual: ["unsafe", "safe", "light"] };

export function MapPage() {
  const { t } = useTranslation();
  const { place, areas } = useTown();
  const narrow = useNarrow();
  const middleOf = useMiddleOf();
  const { selected, clock } = useView();
  // The list answers for the same hour.
  const hour = writeView({ ...emptyView, clock });
  const list = hour === "" ? "/platser" : `/platser#${hour}`;
  // Anything may stand in the address; only an area of the town is shown.
  const area = areas.find(({ id }) => id === selected);
  const [open, setOpen] = useState(false);
  const [listed, setListed] = useState(false);
  const shown = useShownLayers(shownLayers);
  const pick = ({ feature }: Pick) => {
    const picked = feature?.["area"];
    changeView({ selected: typeof picked === "string" ? picked : null });
  };
  return (
    <main className={css.page} id="main" tabIndex={-1}>
      <h1 className="visually-hidden">{t("map.title", { place: place.name })}</h1>
      <LazyMap
        label={t("map.label", { place: place.name })}
        pickable={shown.flatMap(({ pickable }) => pickable)}
        onPick={pick}
        covered={narrow ? { bottom: 140 } : { beside: 360, bottom: 175 }}
        instead={
          <>
            <Button
              onClick={() => {
                setOpen(true);
                setListed(true);
              }}
            >
              {t("place.list")}
            </Button>
            <ButtonLink href="/lagesbild">{t("lagesbild.title")}</ButtonLink>
          </>
        }
      >
        {shown.map(({ id, Draw }) => (
          <Draw key={id} />
        ))}
        <OwnPin />
        <Follow to={middleOf(selected)} covered={narrow ? 0.6 : 0} />
      </LazyMap>

      {narrow ? (
        <div className={css.tools}>
          <Button
            look="plain"
            icon={<Layers aria-hidden="true" />}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t("layers.button")}
          </Button>
          <ButtonLink href={list} icon={<List aria-hidden="true" />}>
            {t("areas.list.short")}
          </ButtonLink>
        </div>
      ) : null}

      {!narrow || open ? (
        <Sheet
          title={t("layers.title")}
          {...(narrow ? { onClose: () => setOpen(false) } : {})}
          className={css.panel}
        >
          <p className={css.intro}>{t("map.intro", { place: place.name })}</p>
          <Contacts className={css.intro} />
          {narrow ? null : (
            <ButtonLink look="main" href="/rapportera" icon={<MapPinPlus aria-hidden="true" />}>
              {t("map.report")}
            </ButtonLink>
          )}
          <ButtonLink href={list} icon={<List aria-hidden="true" />}>
            {t("areas.list.title")}
          </ButtonLink>
          <AreaList open={listed} />
          <LayerPanel {...shownLayers} />
          <ButtonLink look="quiet" href="/tillganglighet">
            {t("accessibility.title")}
          </ButtonLink>
        </Sheet>
      ) : null}

      {area && !(narrow && open) ? <AreaCard area={area.id} className={css.card} /> : null}
      {narrow && (open || area) ? null : (
        <div className={css.clock}>
          {narrow ? <MapCaption onWhat={() => setOpen(true)} /> : null}
          <ClockBar folds={narrow} />
        </div>
      )}
    </main>
  );
}
