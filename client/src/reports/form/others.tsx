/**
 * What others have said of the chosen area, in one sentence from the latest release. It is shown beside the feeling that
 * somebody has chosen already and fills in nothing: to agree is to send a report of one's own.
 */
import type { LngLat } from "@trygg/shared/geo/sweref.ts";
import type { Said } from "@trygg/shared/reports/said.ts";
import type { ReportDraft } from "@trygg/shared/reports/draft.ts";
import { feelings } from "@trygg/shared/reports/terms.ts";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlaces } from "../../place/places.tsx";
import { useNames, useTown } from "../../place/town.tsx";
import { useDate } from "../../ui/date.ts";
import css from "./report-form.module.css";

const SaidContext = createContext<Said | null>(null);

export function SaidProvider({ said, children }: { said: Said | null; children: ReactNode }) {
  return <SaidContext value={said}>{children}</SaidContext>;
}

export function Others({ draft }: { draft: ReportDraft }) {
  const { t } = useTranslation();
  const said = useContext(SaidContext);
  const names = useNames();
  const date = useDate();
  const area = useAreaOf(draft);
  const bands = area === null ? undefined : said?.areas[area];
  if (!said || !bands || area === null) return null;
  // Both feelings are drawn and the page's own style shows the chosen one, so that it goes without script too.
  return feelings.map((feeling) => {
    const [first, second] = bands[feeling];
    if (!first) return null;
    const light = second ? "both" : first;
    return (
      <div key={feeling} className={`${css.reasons} ${css.others}`}>
        <p className={`${css.limit} ${css[feeling]}`}>
          {t(`form.others.${light}`, { area: names.area(area) })}{" "}
          {t("form.others.own", { date: date(said.to) })}
        </p>
      </div>
    );
  });
}

/** The release area of a draft: that of its named place, or the one that holds its point. */
function useAreaOf({ place, at }: ReportDraft): string | null {
  const { places } = usePlaces();
  const { areas } = useTown();
  // With the point it was found for: that of another point says nothing of this one.
  const [found, setFound] = useState<{ at: LngLat; area: string | null } | null>(null);
  useEffect(() => {
    if (!at) return;
    let current = true;
    void import("./area-of-point.ts").then(
      ({ areaOfPoint }) => current && setFound({ at, area: areaOfPoint(at, areas) }),
      // Without the script for it, for instance without a network, nothing is said.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [at, areas]);
  if (at) return found?.at === at ? found.area : null;
  return places.find(({ id }) => id === place)?.area ?? null;
}
