/** Whose map it is, where it is fetched from, and that it could not be fetched; always in sight. */
import { useTranslation } from "react-i18next";
import { say } from "../i18n/index.ts";
import { useTown } from "../place/town.tsx";
import css from "./attribution.module.css";

export function Attribution({ failed }: { failed: boolean }) {
  const { basemap } = useTown();
  const { i18n, t } = useTranslation();
  const { attribution, fetchedFrom } = basemap;
  return (
    <>
      <p role="status" className={css.failed}>
        {failed ? t("map.notFetched") : null}
      </p>
      <p className={css.attribution}>
        {[
          attribution ? say(attribution, i18n.language) : "",
          fetchedFrom.length > 0 ? t("map.fetchedFrom", { hosts: fetchedFrom.join(", ") }) : "",
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
    </>
  );
}
