/** What is known of a lamp, in words. */
import { useQuery } from "@tanstack/react-query";
import { type Lamp, UNKNOWN_OWNER } from "@trygg/shared/lighting/schema.ts";
import { useTranslation } from "react-i18next";
import { trpc } from "../../api.ts";
import { say } from "../../i18n/index.ts";
import { useTown } from "../../place/town.tsx";
import { useDate } from "../../ui/date.ts";
import { useNumber } from "../../ui/locale.ts";
import { type LampField, type LampFields, placeOf, toFields } from "./lamp-draft.ts";

/** Points of the compass, clockwise from north. */
const points = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;

export function useLampWords() {
  const { t, i18n } = useTranslation();
  const { lampOwners } = useTown();
  const number = useNumber();
  const date = useDate();
  const luminaires = useQuery(trpc.lighting.luminaires.queryOptions());
  const basis = useQuery(trpc.lighting.basis.queryOptions());
  const owners = [
    ...lampOwners.map(({ id, name }) => ({ id, name: say(name, i18n.language) })),
    { id: UNKNOWN_OWNER, name: t("lighting.owner.unknown") },
  ];
  const plans = (basis.data?.lighting.dimming ?? []).map(({ id, name }) => ({
    id,
    name: say(name, i18n.language),
  }));
  const luminaireNames = (luminaires.data ?? []).map(({ id, name }) => ({ id, name }));
  const nameIn = (list: { id: string; name: string }[], id: string) =>
    list.find((each) => each.id === id)?.name ?? id;
  const direction = (degrees: number) => {
    const point = points[Math.round(degrees / 45) % points.length] ?? "n";
    return t("lamps.told.direction", { degrees: number(degrees), point: t(`lamps.compass.${point}`) });
  };
  const withUnit = (typed: string, unit: string) => (typed === "" ? t("lamps.unknown") : `${typed} ${unit}`);
  /** What stands in a field of the form. */
  const told = (fields: LampFields, field: LampField | "at"): string => {
    switch (field) {
      case "at":
        return placeOf(fields) ? `${fields.east}, ${fields.north}` : t("lamps.unknown");
      case "height":
        return withUnit(fields.height, "m");
      case "flux":
        return withUnit(fields.flux, "lm");
      case "luminaire":
        return fields.luminaire ? nameIn(luminaireNames, fields.luminaire) : t("lamps.form.noLuminaire");
      case "dimming":
        return fields.dimming ? nameIn(plans, fields.dimming) : t("lamps.form.noDimming");
      case "direction":
        return fields.direction === "" ? t("lamps.unknown") : direction(Number(fields.direction));
      case "tilt":
        return `${fields.tilt}°`;
      case "screened":
        return `${fields.screened} %`;
      case "owner":
        return nameIn(owners, fields.owner);
      case "status":
        return t(`lamps.status.${fields.status}`);
      case "statusSince":
        return date(fields.statusSince);
      case "statusSource":
        return fields.statusSource;
      case "east":
      case "north":
        return fields[field];
    }
  };
  return {
    owners,
    plans,
    luminaires: luminaireNames,
    direction,
    told,
    toldOf: (lamp: Lamp, field: LampField | "at") => told(toFields(lamp), field),
  };
}
