/** Finding a place on the map: streets, crossings, named places, areas and lamps, from the server's memory. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { FoundPlace } from "@trygg/shared/place/schema.ts";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { Combobox } from "../ui/combobox.tsx";
import { Message } from "../ui/message.tsx";
import { useNames } from "./town.tsx";

interface Props {
  onChoose(place: FoundPlace): void;
  over?: boolean;
}

export function PlaceSearch({ onChoose, over = false }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  const [typed, setTyped] = useState("");
  // A slow answer must not hold up the letters that are typed.
  const query = useDeferredValue(typed.trim());
  const { data, isError, isPlaceholderData } = useQuery({
    ...trpc.place.search.queryOptions({ query }),
    enabled: query !== "",
    placeholderData: keepPreviousData,
  });
  const found = query === "" ? [] : (data ?? []);
  const nameOf = ({ kind, id, name }: FoundPlace) => (kind === "area" ? names.area(id) : name);
  return (
    <>
      <Combobox
        label={t("place.search.label")}
        hint={t("place.search.hint")}
        query={typed}
        onQuery={setTyped}
        options={found.map((place) => ({
          id: `${place.kind} ${place.id}`,
          label: nameOf(place),
          note: t(`place.kind.${place.kind}`),
        }))}
        onChoose={(id) => {
          const place = found.find((each) => `${each.kind} ${each.id}` === id);
          setTyped("");
          if (place) onChoose(place);
        }}
        over={over}
        found={data && !isPlaceholderData ? t("place.search.found", { count: found.length }) : null}
      />
      {isError ? <Message tone="wrong">{t("place.search.failed")}</Message> : null}
    </>
  );
}
