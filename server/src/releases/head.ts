/** What identifies a release wherever its figures are shown. */
import type { ReleaseHead, ReleaseManifest } from "@trygg/shared/releases/schema.ts";

export function headOf({ id, publishedAt, rule }: ReleaseManifest): ReleaseHead {
  return { id, publishedAt, rule };
}
