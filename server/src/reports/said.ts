/** Where several people feel the same, as the form may say it: read from the latest release and from nothing else. */
import type { Said, SaidBands } from "@trygg/shared/reports/said.ts";
import type { Services } from "../context.ts";
import type { ReportsRelease } from "../releases/latest.ts";

type Cells = ReportsRelease["unsafePlaces"]["features"][number]["properties"];

export function readSaid({ releases }: Pick<Services, "releases">): Said | null {
  const latest = releases.reports();
  if (!latest) return null;
  const areas = latest.unsafePlaces.features
    .map(({ properties }) => [properties.area, toldBands(properties)] as const)
    .filter(([, { unsafe, safe }]) => unsafe.length + safe.length > 0);
  return { to: latest.manifest.window.to, areas: Object.fromEntries(areas) };
}

function toldBands({ unsafeDay, unsafeDark, safeDay, safeDark }: Cells): SaidBands {
  const told = (day: Cells["unsafeDay"], dark: Cells["unsafeDay"]): SaidBands["unsafe"] => [
    ...(day === "few" ? [] : (["day"] as const)),
    ...(dark === "few" ? [] : (["dark"] as const)),
  ];
  return { unsafe: told(unsafeDay, unsafeDark), safe: told(safeDay, safeDark) };
}
