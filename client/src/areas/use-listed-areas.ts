/** The areas of the town as they are listed: those whose names are searched for, with how far away and what is done. */
import { metresBetween } from "@trygg/shared/geo/distance.ts";
import type { LngLat } from "@trygg/shared/geo/sweref.ts";
import type { PublicMeasure } from "@trygg/shared/measures/schema.ts";
import { openSearch } from "@trygg/shared/place/search.ts";
import { useTranslation } from "react-i18next";
import { useMiddleOf } from "../place/middle-of.ts";
import { useNames, useTown } from "../place/town.tsx";
import { type Order, inOrder } from "./order.ts";

interface Asked {
  query: string;
  order: Order;
  from: LngLat | null;
  measures: readonly PublicMeasure[] | undefined;
}

export interface ListedArea {
  id: string;
  name: string;
  measures: number;
  metres: number | null;
}

export function useListedAreas({ query, order, from, measures = [] }: Asked): ListedArea[] {
  const { i18n } = useTranslation();
  const { areas } = useTown();
  const names = useNames();
  const middleOf = useMiddleOf();
  const all = areas.map(({ id }) => {
    const middle = middleOf(id);
    return {
      id,
      name: names.area(id),
      measures: measures.filter(({ area }) => area === id).length,
      metres: from && middle ? metresBetween(from, middle) : null,
    };
  });
  const found = query.trim() === "" ? all : openSearch(all).find(query, all.length);
  return inOrder(found, order, i18n.language);
}
