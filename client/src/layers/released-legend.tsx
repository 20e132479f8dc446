/** The legend of a layer that is read from a release: what it shows at this hour, its rows, and of when it is. */
import type { ReleaseManifest } from "@trygg/shared/releases/schema.ts";
import { useTranslation } from "react-i18next";
import { Legend, type LegendRow } from "../map/legend.tsx";
import { Button } from "../ui/button.tsx";
import { Message } from "../ui/message.tsx";

interface Props<T> {
  latest: { released: { manifest: ReleaseManifest; content: T } | null; isError: boolean; retry(): void };
  band: string;
  rows: LegendRow[];
  caveat: string;
  source(released: { manifest: ReleaseManifest; content: T }): string;
}

export function ReleasedLegend<T>({ latest, band, rows, caveat, source }: Props<T>) {
  const { t } = useTranslation();
  const { released, isError, retry } = latest;
  if (isError)
    return (
      <Message tone="wrong">
        {t("layers.failed")} <Button onClick={retry}>{t("ui.again")}</Button>
      </Message>
    );
  return (
    <>
      <p>{band}</p>
      <Legend rows={rows} caveat={caveat} source={released ? source(released) : t("layers.noRelease")} />
    </>
  );
}
