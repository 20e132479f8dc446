/** The town in every component: its areas, reasons and clock. */
import { createContext, type ReactNode, useContext } from "react";
import { useTranslation } from "react-i18next";
import type { Boot } from "@trygg/shared/boot.ts";
import type { Words } from "@trygg/shared/place/schema.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { say } from "../i18n/index.ts";

const TownContext = createContext<Boot | null>(null);

export function TownProvider({ boot, children }: { boot: Boot; children: ReactNode }) {
  return <TownContext value={boot}>{children}</TownContext>;
}

export function useTown(): Boot {
  const boot = useContext(TownContext);
  if (!boot) throw new Error("useTown outside TownProvider");
  return boot;
}

/** Names of areas and reasons in the language that is shown. */
export function useNames(): { area(id: string): string; reason(id: string): string } {
  const { areas, reasons } = useTown();
  const { i18n } = useTranslation();
  const find = (list: { id: string; name: Words }[], id: string) => {
    const found = list.find((each) => each.id === id);
    return found ? say(found.name, i18n.language) : id;
  };
  return { area: (id) => find(areas, id), reason: (id) => find(reasons, id) };
}

const DAY_MS = 86_400_000;

/** The product's present instant: in a demonstration it runs on its own date. */
export function useNow(): () => number {
  const { clockShiftDays } = useTown();
  return () => Date.now() + clockShiftDays * DAY_MS;
}

/** The town's day just now. */
export function useToday(): () => string {
  const { place } = useTown();
  const now = useNow();
  return () => localDate(now(), place.timeZone);
}
