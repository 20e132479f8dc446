/**
 * The way out for somebody who must not be seen here: a button that follows the page, and Escape three times. Without
 * script it is a plain link.
 */
import { DoorOpen } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useTown } from "../place/town.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { leaveAtOnce } from "./leave.ts";
import css from "./quick-exit.module.css";

const PRESSES = 3;
const WITHIN_MS = 1500;

export function QuickExit() {
  const { t } = useTranslation();
  const { url } = useTown().place.quickExit;
  useEffect(() => {
    let pressed: number[] = [];
    const press = ({ key, repeat }: KeyboardEvent) => {
      if (key !== "Escape" || repeat) return;
      const now = performance.now();
      pressed = [...pressed, now].filter((at) => now - at < WITHIN_MS);
      if (pressed.length >= PRESSES) leaveAtOnce(url);
    };
    // Before anything that closes on Escape and keeps the key to itself.
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [url]);
  return (
    <div className={css.exit}>
      <ButtonLink
        href={url}
        rel="noreferrer"
        icon={<DoorOpen aria-hidden="true" />}
        onClick={(event) => {
          event.preventDefault();
          leaveAtOnce(url);
        }}
      >
        {t("quickExit.leave")}
      </ButtonLink>
    </div>
  );
}

/** What leaving clears, and what it cannot. */
export function QuickExitNote() {
  const { t } = useTranslation();
  return (
    <p className={css.note}>
      {t("quickExit.leave")}: {t("quickExit.note")}
    </p>
  );
}
