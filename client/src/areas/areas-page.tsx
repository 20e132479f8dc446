/** Platser: the map as a list of sentences, with the same figures and filters. Each row leads to the page of its place. */
import { areaPage } from "@trygg/shared/pages.ts";
import type { Band, Feeling } from "@trygg/shared/reports/terms.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { useClock } from "../clock/use-clock.ts";
import { useView } from "../map/use-view.ts";
import { FromRelease } from "../releases/from-release.tsx";
import { usePeriodWords } from "../releases/period-words.ts";
import { useUnsafePlaces } from "../releases/latest.ts";
import { Failure } from "../ui/answer.tsx";
import { Page } from "../ui/page.tsx";
import { AreaChoices } from "./area-choices.tsx";
import css from "./areas-page.module.css";
import { type Order, roughly } from "./order.ts";
import { type BandVoices, voicesIn, voicesSentence } from "./sentences.ts";
import { type ListedArea, useListedAreas } from "./use-listed-areas.ts";
import { usePosition } from "./use-position.ts";

export default function AreasPage() {
  const { t } = useTranslation();
  const period = usePeriodWords();
  const { band, feeling } = useFilter();
  const [query, setQuery] = useState("");
  const [order, setOrder] = useState<Order>("name");
  const position = usePosition();
  const file = useUnsafePlaces();
  const { data: measures, error, refetch } = useQuery(trpc.measures.public.queryOptions());
  const listed = useListedAreas({ query, order, from: position.at, measures });
  return (
    <Page wide title={t("areas.list.title")} lead={t("areas.list.lead")}>
      <AreaChoices
        {...{ band, feeling, query, order, position }}
        found={listed.length}
        onQuery={setQuery}
        onOrder={setOrder}
      />
      {error ? <Failure error={error} onAgain={() => void refetch()} /> : null}
      <FromRelease file={file}>
        {({ manifest }) => (
          <p className={css.note}>
            {period(manifest)} {t("areas.page.notCrime")}
          </p>
        )}
      </FromRelease>
      <ul className={css.list}>
        {listed.map((area) => {
          const voices = file.released?.content.features.find(({ id }) => id === area.id)?.properties;
          return <Row key={area.id} {...{ area, band, feeling }} voices={voices && voicesIn(band, voices)} />;
        })}
      </ul>
    </Page>
  );
}

/** The filter of the address. Until a band is chosen it is the clock's, as on the map. */
function useFilter(): { band: Band; feeling: Feeling | "any" } {
  const { filter } = useView();
  const clock = useClock();
  const chosen = { dark: "dark", light: "day" } as const;
  return {
    band: filter.light ? chosen[filter.light] : clock.band,
    feeling: filter.feeling ?? "any",
  };
}

interface RowProps {
  area: ListedArea;
  band: Band;
  feeling: Feeling | "any";
  /** Missing where nothing is released: the place has a page all the same. */
  voices: BandVoices | undefined;
}

function Row({ area: { id, name, measures, metres }, band, feeling, voices }: RowProps) {
  const { t } = useTranslation();
  const away = metres === null ? null : roughly(metres);
  const facts = [
    t("areas.list.measures", { count: measures }),
    away && t(`areas.list.away.${away.unit}`, { distance: away.value }),
  ];
  return (
    <li className={css.row}>
      <h2>
        <a href={areaPage(id)}>{name}</a>
      </h2>
      {voices ? <p>{voicesSentence(t, band, voices, feeling)}</p> : null}
      <p className={css.note}>{facts.filter((fact) => fact !== null).join(" · ")}</p>
    </li>
  );
}
