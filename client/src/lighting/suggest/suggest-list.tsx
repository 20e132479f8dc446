/** What is suggested, one by one, with why; each can be held, left out, moved, or made a measure of. */
import type { ChosenSite } from "@trygg/shared/siting/schema.ts";
import { Lock, LockOpen, Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { say } from "../../i18n/index.ts";
import { changeView, useView } from "../../map/use-view.ts";
import { newMeasure } from "../../measures/measure-draft.ts";
import { useMeasureWork } from "../../measures/measure-work.ts";
import { useNames } from "../../place/town.tsx";
import { Button } from "../../ui/button.tsx";
import list from "../need/need-panel.module.css";
import css from "./suggest-panel.module.css";
import { useBecauseWords } from "./suggest-told.tsx";
import { changes, useSuggestWork } from "./suggest-work.tsx";
import { useGiven } from "./use-given.ts";

/** How a site is named while it is selected, by its place in the list. */
export const siteName = (place: number) => `suggested-${place + 1}`;

export function SuggestList({ sites, runs }: { sites: readonly ChosenSite[]; runs: number }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const { selected } = useView();
  const because = useBecauseWords();
  return (
    <>
      <h3>{t("suggest.list")}</h3>
      <p className={css.text}>{t("suggest.listText")}</p>
      <ol className={list.list}>
        {sites.map((site, place) => {
          const id = siteName(place);
          const { name, area, pinned, stays } = site;
          return (
            <li key={id} className={list.item} data-selected={selected === id || undefined}>
              <button
                type="button"
                className={list.row}
                aria-expanded={selected === id}
                onClick={() => changeView({ selected: selected === id ? null : id })}
              >
                <span className={list.name}>
                  {place + 1}. {say(name, i18n.language)}
                  {area ? `, ${names.area(area)}` : ""}
                </span>
                {pinned ? <Lock className={css.held} role="img" aria-label={t("suggest.held")} /> : null}
                <span className={list.more}>{because(site)}</span>
                {stays === null ? null : (
                  <span className={list.more}>
                    {t("suggest.stays", { count: Math.round(stays * runs), runs })}
                  </span>
                )}
              </button>
              {selected === id ? <SiteButtons site={site} /> : null}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function SiteButtons({ site }: { site: ChosenSite }) {
  const { t } = useTranslation();
  const { asked, run } = useSuggestWork();
  const given = useGiven();
  const beginMeasure = useSuggestedMeasure();
  return (
    <div className={css.buttons}>
      {site.lamp === null ? <p className={css.text}>{t("suggest.moveHint")}</p> : null}
      {site.pinned ? (
        <Button icon={<LockOpen aria-hidden="true" />} onClick={() => run(given, changes.letGo(asked, site))}>
          {t("suggest.letGo")}
        </Button>
      ) : (
        <Button icon={<Lock aria-hidden="true" />} onClick={() => run(given, changes.hold(asked, site))}>
          {t("suggest.hold")}
        </Button>
      )}
      <Button icon={<X aria-hidden="true" />} onClick={() => run(given, changes.leaveOut(asked, site))}>
        {t("suggest.leaveOut")}
      </Button>
      {site.area === null ? null : (
        <Button icon={<Plus aria-hidden="true" />} onClick={() => beginMeasure(site)}>
          {t("suggest.measure")}
        </Button>
      )}
    </div>
  );
}

/** Begins a lighting measure at a site, with its cost. */
function useSuggestedMeasure(): (site: ChosenSite) => void {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const { setDraft, discard } = useMeasureWork();
  return ({ at, area, name, cost }) => {
    const begun = newMeasure(area ?? "", { where: { type: "Point", coordinates: [at.lng, at.lat] } });
    const title = t("suggest.measureTitle", {
      option: say(name, i18n.language),
      area: area ? names.area(area) : "",
    });
    discard(() => {
      setDraft({ ...begun, fields: { ...begun.fields, title, cost: String(cost) } });
      changeView({ panel: "measures", selected: area, layers: null });
    });
  };
}
