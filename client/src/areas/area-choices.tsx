/** What the list of areas shows and in which order. Band and feeling stand in the address; the rest does not. */
import type { Band, Feeling } from "@trygg/shared/reports/terms.ts";
import { LocateFixed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { changeView, useView } from "../map/use-view.ts";
import { Button } from "../ui/button.tsx";
import { ChooseOne } from "../ui/choice.tsx";
import { TextField } from "../ui/field.tsx";
import css from "./areas-page.module.css";
import { type Order, orders } from "./order.ts";
import type { OwnPosition } from "./use-position.ts";

interface Props {
  band: Band;
  feeling: Feeling | "any";
  query: string;
  order: Order;
  position: OwnPosition;
  found: number;
  onQuery(query: string): void;
  onOrder(order: Order): void;
}

export function AreaChoices({ band, feeling, query, order, position, found, onQuery, onOrder }: Props) {
  const { t } = useTranslation();
  const { filter } = useView();
  return (
    <search className={css.choices} aria-label={t("areas.list.choices")}>
      <TextField
        type="search"
        label={t("areas.list.search")}
        autoComplete="off"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
      />
      <ChooseOne
        legend={t("areas.list.band")}
        look="segments"
        options={[
          { value: "dark", label: t("reports.light.dark") },
          { value: "day", label: t("reports.light.light") },
        ]}
        value={band}
        onChange={(chosen) =>
          changeView({ filter: { ...filter, light: chosen === "dark" ? "dark" : "light" } })
        }
      />
      <ChooseOne
        legend={t("areas.list.feeling")}
        look="segments"
        options={(["any", "unsafe", "safe"] as const).map((value) => ({
          value,
          label: t(`areas.list.feelings.${value}`),
        }))}
        value={feeling}
        onChange={(chosen) => changeView({ filter: { ...filter, feeling: chosen } })}
      />
      <ChooseOne
        legend={t("areas.list.order")}
        look="segments"
        options={orders.map((value) => ({ value, label: t(`areas.list.orders.${value}`) }))}
        value={order}
        onChange={onOrder}
      />
      {/* A button of its own: arrow keys pass through an order, and passing it must not ask for a position. */}
      {order === "distance" && (position.state === "unasked" || position.state === "failed") ? (
        <Button icon={<LocateFixed aria-hidden="true" />} onClick={position.ask}>
          {t("areas.list.usePosition")}
        </Button>
      ) : null}
      <p role="status" className={css.status}>
        {t("areas.list.found", { count: found })}{" "}
        {order === "distance" && position.state !== "unasked"
          ? t(`areas.list.position.${position.state}`)
          : null}
      </p>
    </search>
  );
}
