/**
 * What is known of the lamps near the chosen place, told at once to whoever says that one is out: broken, off on purpose,
 * none there, or somebody else's. With script the public layer of lamps is fetched as a whole, so that nobody is asked
 * about a point; without it the server tells of the place that the form has just sent.
 */
import type { LampsNear } from "@trygg/shared/lighting/near.ts";
import { lampsNear } from "@trygg/shared/lighting/near.ts";
import { type ReportDraft, pointOf } from "@trygg/shared/reports/draft.ts";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../../i18n/index.ts";
import { usePlaces } from "../../place/places.tsx";
import { useTown } from "../../place/town.tsx";
import { useDate } from "../../ui/date.ts";
import { type PublicLamps, fetchLamps } from "../lamps.ts";
import css from "./report-form.module.css";

/** What the server told with the page. */
const LampsContext = createContext<LampsNear | null>(null);

export function LampsProvider({ lamps, children }: { lamps: LampsNear | null; children: ReactNode }) {
  return <LampsContext value={lamps}>{children}</LampsContext>;
}

export function LampOut({ draft }: { draft: ReportDraft }) {
  const { t, i18n } = useTranslation();
  const { place } = useTown();
  const at = pointOf(draft, usePlaces());
  const near = useLampsNear(draft, at);
  // Always drawn: the page's own style shows it where the reason is ticked, so that it goes without script too.
  return (
    <div className={`${css.note} ${css.lampOut}`} role="status">
      {near === "failed" ? <p>{t("form.lamps.failed")}</p> : null}
      {near && near !== "failed" ? <Near {...near} /> : null}
      {at ? (
        <p>
          <a
            href={`/#layers=light&at=${at.lat.toFixed(5)},${at.lng.toFixed(5)},18`}
            target="_blank"
            rel="noreferrer"
          >
            {t("form.lamps.onMap")}
          </a>
        </p>
      ) : null}
      <p>
        {t("form.lampOut")}{" "}
        <a href={place.faultReport.url} rel="noreferrer">
          {say(place.faultReport.name, i18n.language)}
        </a>
      </p>
    </div>
  );
}

function Near({ shown, more }: LampsNear) {
  const { t } = useTranslation();
  const date = useDate();
  if (shown.length === 0) return <p>{t("form.lamps.none")}</p>;
  return (
    <>
      <h3>{t("form.lamps.title")}</h3>
      <ul className={css.lamps}>
        {shown.map(({ id, status, owner, statusSince, statusSource, metres }) => (
          <li key={id}>
            <strong>{t(`form.lamps.status.${status}`, { metres })}</strong>{" "}
            {t("form.lamps.since", { id, date: date(statusSince), source: statusSource })}{" "}
            <OwnedBy id={owner} />
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{t("form.lamps.more", { count: more })}</p> : null}
      <p>{t("form.lamps.notKept")}</p>
    </>
  );
}

/** Who owns it and, where that is somebody else, where they hear of what is wrong with it. */
function OwnedBy({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const owner = useTown().lampOwners.find((each) => each.id === id);
  if (!owner) return t("form.lamps.owner.unknown");
  const { name, url, phone } = owner;
  const called = say(name, i18n.language);
  // The municipality's own way stands below, for every lamp.
  if (id === "municipality") return t("form.lamps.owner.own", { owner: called });
  return (
    <>
      {t("form.lamps.owner.other", { owner: called })}
      {url || phone ? ` ${t("form.lamps.ownerFault")} ` : null}
      {url ? (
        <a href={url} rel="noreferrer">
          {new URL(url).hostname.replace(/^www\./, "")}
        </a>
      ) : null}{" "}
      {phone ? <a href={`tel:${phone.replace(/[ -]/g, "")}`}>{t("form.lamps.phone", { phone })}</a> : null}
    </>
  );
}

function useLampsNear(draft: ReportDraft, at: ReportDraft["at"]): LampsNear | "failed" | null {
  const told = useContext(LampsContext);
  const [lamps, setLamps] = useState<PublicLamps | "failed" | null>(null);
  const wanted = draft.reasons.includes("lamp-out");
  useEffect(() => {
    if (wanted) void fetchLamps().then(setLamps);
  }, [wanted]);
  if (lamps === "failed") return told ?? "failed";
  return lamps && at ? lampsNear(lamps, at) : told;
}
