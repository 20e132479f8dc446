/** Patrol coverage: minutes of presence per release area and week as dots, from the weekly release. */
import { minuteClasses } from "@trygg/shared/releases/rule.ts";
import type { PatrolCoverage } from "@trygg/shared/releases/schema.ts";
import { Layer, Source } from "@vis.gl/react-maplibre";
import type { ExpressionSpecification } from "maplibre-gl";
import { useTranslation } from "react-i18next";
import { useClock } from "../clock/use-clock.ts";
import { Dot } from "../map/legend.tsx";
import { useMiddles, useShownShapes } from "../place/area-shapes.ts";
import { useClassWords } from "../releases/class-words.ts";
import { usePatrolCoverage } from "../releases/latest.ts";
import { useDate } from "../ui/date.ts";
import { useTheme } from "../ui/theme.ts";
import type { MapLayer } from "./layer.ts";
import { dataPalettes, presenceRadius } from "./palette.ts";
import { ReleasedLegend } from "./released-legend.tsx";

export const patrolCoverageLayer: MapLayer = {
  id: "patrols",
  title: "layers.patrols.title",
  Mark: PatrolMark,
  Draw: DrawPatrolCoverage,
  Legend: PatrolLegend,
  pickable: ["patrol-coverage-dot"],
};

function DrawPatrolCoverage() {
  const { released } = usePatrolCoverage();
  const { band } = useClock();
  const palette = dataPalettes[useTheme()];
  const middles = useMiddles(useShownShapes(released?.content.features));
  if (!released) return null;
  const minutes: ExpressionSpecification = ["get", band];
  const radius = [
    "match",
    minutes,
    ...Object.entries(presenceRadius).flat(),
    0,
  ] as unknown as ExpressionSpecification;
  const isNone: ExpressionSpecification = ["==", minutes, "0"];
  return (
    <Source id="patrol-coverage" type="geojson" data={middles}>
      <Layer
        id="patrol-coverage-dot"
        beforeId="slot-points"
        type="circle"
        paint={{
          "circle-radius": radius,
          "circle-color": palette.presence,
          "circle-opacity": ["case", isNone, 0, 0.92],
          "circle-stroke-color": ["case", isNone, palette.presence, palette.presenceEdge],
          "circle-stroke-width": 2,
        }}
      />
    </Source>
  );
}

function PatrolMark() {
  const palette = dataPalettes[useTheme()];
  return <Dot radius={7} fill={palette.presence} edge={palette.presenceEdge} />;
}

function PatrolLegend() {
  const { t } = useTranslation();
  const { band } = useClock();
  const latest = usePatrolCoverage();
  const words = useClassWords();
  const date = useDate();
  const palette = dataPalettes[useTheme()];
  return (
    <ReleasedLegend
      latest={latest}
      band={t(`layers.patrols.band.${band}`)}
      rows={minuteClasses.map((each) => ({
        mark: (
          <Dot
            radius={presenceRadius[each]}
            fill={each === "0" ? "none" : palette.presence}
            edge={each === "0" ? palette.presence : palette.presenceEdge}
          />
        ),
        label: each === "0" ? t("layers.patrols.none") : words.minutes(each),
      }))}
      caveat={t("layers.patrols.caveat")}
      source={({ content, manifest }) =>
        t("layers.patrols.source", {
          week: weekNumber(content),
          published: date(manifest.publishedAt.slice(0, 10)),
        })
      }
    />
  );
}

/** The number of the latest week that is told. */
export function weekNumber({ features }: PatrolCoverage): string {
  return features[0]?.properties.weeks[0]?.week.replace(/^\d+-W0?/, "") ?? "";
}
